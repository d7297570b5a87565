package org.followthrough.actionplan.plan;

import java.lang.Character.UnicodeScript;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Recognises, in English and German, words that say nothing a person could notice or check. It
 * looks only for texts made of nothing else: one concrete word is enough to be believed.
 */
final class Vagueness {

  private static final Pattern BREAKS = Pattern.compile("[^\\p{L}\\p{N}]+");

  private static final Set<String> NO_CUE =
      words(
          "if when whenever as soon i am are is be at in on the my a an to and it of for from onwards"
              + " every each day days daily everyday always often regularly sometimes soon asap"
              + " possible necessary needed need appropriate future now time times week weeks"
              + " weekly month monthly more generally general usually constantly during work job"
              + " have can get got there chance opportunity feel like want remember all ever"
              + " wherever where later someday one"
              // German
              + " jeden jede jeder tag tage täglich immer oft regelmäßig regelmässig manchmal bald"
              + " möglich möglichst nötig notwendig bedarf zukunft künftig zukünftig jetzt ab von an"
              + " sofort zeit woche wöchentlich monat monatlich mehr öfter generell ständig arbeit"
              + " alltag arbeitsalltag bei der die das dem den im meiner meinem meine wenn sobald"
              + " falls ich habe hab kann es geht passt gelegenheit mal wieder so wie gelegentlich"
              + " grundsätzlich allgemein laufend brauche gebraucht wird ist sich ergibt eine und"
              + " zu mir irgendwann später während lust dazu daran denke überall stets häufig");

  private static final Set<String> WISH =
      words(
          "better best more less improve improving improvement try trying harder positive confident"
              + " confidently confidence aware awareness attention focus focused effective"
              + " effectively efficient efficiently professional professionally proactive motivated"
              + " motivation think apply applying use using learned learnt everything skills"
              + " knowledge careful mindful open stuff change grow develop"
              // German
              + " besser mehr weniger verbessern verbessere verbesserung versuchen versuche bemühen"
              + " bemühe positiv positiver selbstbewusst selbstbewusster aufmerksam aufmerksamer"
              + " achten achte achtsam achtsamer fokussieren konzentrieren effektiv effektiver"
              + " effizient effizienter professionell professioneller proaktiv motiviert motivierter"
              + " anwenden wende gelernte gelerntes gelernten wissen umsetzen setze alles denken"
              + " denke nachdenken offener ruhiger freundlicher stärker anstrengen strenge"
              + " weiterentwickeln entwickeln ändern");

  private static final Set<String> START =
      words(
          "start starting begin beginning going go soon asap it"
              + " anfangen fange anfang beginnen beginne beginn starten starte start loslegen lege"
              + " los bald");

  private static final Set<String> PADDING =
      words(
          "i we will want to should shall would like be become get getting do doing my me myself our"
              + " a an the and in at on of with for as it this that these things what always often"
              + " just really very much good well hard work working job communicate communication"
              + " communicating listen listening talk talking lead leading leader team pay give"
              + " feedback all new course training possible self person skill about from people"
              // German
              + " ich wir werde will wollen möchte soll sollte mich mir mein meine meinen meiner sein"
              + " bin werden wird zu zum zur der die das des dem den ein eine einen im am an auf um"
              + " und mit von für es so als immer noch etwas gut kommunizieren kommuniziere"
              + " kommunikation zuhören höre arbeiten arbeite arbeit machen mache tun tue kurs"
              + " schulung seminar gelernt habe was dinge sachen geben gebe führen führe leiten"
              + " leite sehr viel möglichst darauf daran über aus dem neue neues um");

  private Vagueness() {}

  /** Whether the text names no moment that a person would notice. */
  static boolean isNoCue(String text) {
    return NO_CUE.containsAll(wordsOf(text));
  }

  /** Whether it is a single word; of scripts that put no blanks between words none can tell. */
  static boolean isOneWord(String text) {
    return wordsOf(text).size() < 2
        && text.codePoints()
            .filter(Character::isLetter)
            .allMatch(letter -> UnicodeScript.of(letter) == UnicodeScript.LATIN);
  }

  /** Whether the text is a mere wish such as "be better". */
  static boolean isWish(String text) {
    return isOnly(text, WISH, Set.of());
  }

  /** Whether the text only says that something starts. */
  static boolean isMereStart(String text) {
    return isOnly(text, START, WISH);
  }

  private static boolean isOnly(String text, Set<String> telltale, Set<String> alsoEmpty) {
    List<String> words = wordsOf(text);
    return words.stream().anyMatch(word -> telltale.contains(word) || alsoEmpty.contains(word))
        && words.stream()
            .allMatch(
                word ->
                    telltale.contains(word) || alsoEmpty.contains(word) || PADDING.contains(word));
  }

  private static List<String> wordsOf(String text) {
    return BREAKS
        .splitAsStream(text.toLowerCase(Locale.ROOT))
        .filter(word -> !word.isEmpty())
        .toList();
  }

  private static Set<String> words(String list) {
    return Set.copyOf(Arrays.asList(list.split(" ", -1)));
  }
}
