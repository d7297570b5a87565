package org.followthrough.booster.answer;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.Message;

/** The words of the answer page, in German. */
@Localized("de")
interface GermanAnswerMessages extends AnswerMessages {

  @Override
  @Message("Frage {number}")
  String question(int number);

  @Override
  @Message("Richtig!")
  String right();

  @Override
  @Message("Nicht ganz – so bleibt es hängen")
  String wrong();

  @Override
  @Message("Ihre Wahl")
  String yourChoice();

  @Override
  @Message("Richtige Antwort")
  String rightAnswer();

  @Override
  @Message("Warum diese richtig ist")
  String whyRight();

  @Override
  @Message("Alle Antworten")
  String choices();

  @Override
  @Message("So sieht gute Anwendung aus")
  String goodUse();

  @Override
  @Message("Was es bringt")
  String results();

  @Override
  @Message("Zum Weiterlesen")
  String resources();

  @Override
  @Message("Meine Antwort zählen")
  String count();

  @Override
  @Message("Einmal tippen, und Ihre Antwort zählt. Nur Sie sehen sie.")
  String countHint();

  @Override
  @Message("Ihre Antwort zählt.")
  String counted();

  @Override
  @Message(
      "Nur Sie sehen sie; andere sehen Summen ab fünf Personen. Das war es für heute: Die nächste"
          + " Frage kommt per E-Mail.")
  String countedNext();

  @Override
  @Message(
      "Diese Frage haben Sie schon mit {letter} beantwortet, und diese Antwort zählt. Umsehen ist"
          + " gute Übung.")
  String practice(String letter);

  @Override
  @Message("Ihre erste Antwort auf diese Frage zählt. Umsehen ist gute Übung.")
  String practiceAny();

  @Override
  @Message(
      "Manche Mailprogramme öffnen Links vor den Menschen, und das ging etwas zu schnell, um es zu"
          + " unterscheiden. Bitte tippen Sie noch einmal.")
  String again();

  @Override
  @Message(
      "Ihre Antwort ist noch nicht angekommen. Sie wird von selbst noch einmal gesendet, sobald"
          + " eine Verbindung besteht; bitte lassen Sie diese Seite so lange offen.")
  String unsent();

  @Override
  @Message("Diese Frage ist vorbei")
  String over();

  @Override
  @Message("Antworten zählen nicht mehr, aber darum ging es.")
  String overHint();

  @Override
  @Message("Hier gibt es nichts zu wählen")
  String nothing();

  @Override
  @Message("Dieser Link ist keine der Antworten. Bitte wählen Sie eine in der E-Mail.")
  String nothingHint();
}
