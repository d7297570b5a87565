package org.followthrough.local.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.followthrough.local.demo.SampleOrganization.SamplePerson;
import org.jsoup.nodes.Element;

/** What a person of the sample writes into a form, by the names of its fields. */
final class FormFilling {

  private static final Map<String, List<String>> ENGLISH =
      Map.ofEntries(
          Map.entry(
              "whyAttending",
              List.of(
                  "My calls with upset customers take too long.",
                  "I avoid some talks and pay for it later.")),
          Map.entry(
              "whereUsed", List.of("On the complaints line", "In the weekly talk with my team")),
          Map.entry(
              "challenge",
              List.of("Staying calm when it gets personal", "Finding the first sentence")),
          Map.entry(
              "learnt",
              List.of("Say what happened before I explain anything.", "Ask first, then wait.")),
          Map.entry(
              "goal",
              List.of("Fewer calls that I have to hand over", "Talks that end with an agreement")),
          Map.entry(
              "situation1",
              List.of(
                  "When a customer raises their voice",
                  "When I have to raise something difficult")),
          Map.entry(
              "action1",
              List.of(
                  "I say in one sentence what happened to them",
                  "I describe what I saw and ask what got in the way")),
          Map.entry(
              "firstStep1",
              List.of(
                  "Write my first sentence on a card by the phone", "Book ten minutes with Sam")),
          Map.entry("barrier1", List.of("Four calls waiting", "I am tired in the afternoon")),
          Map.entry(
              "enabler1",
              List.of("I take one breath before I pick up", "I hold such talks before eleven")),
          Map.entry(
              "outcome",
              List.of(
                  "We agreed on one situation to start with.",
                  "Two scenes to watch for, and we talk again in two weeks.",
                  "I sit in on one call next week.",
                  "We moved one shift so that there is time to practise.",
                  "First try on Thursday, then five minutes over coffee.")),
          Map.entry(
              "example",
              List.of(
                  "A caller whose repair was late: we agreed a time in four minutes.",
                  "A talk I had put off since autumn.",
                  "The landlord who calls every week now waits for the end of my sentence.",
                  "I said no to a discount, and the customer thanked me.",
                  "Two colleagues settled it between themselves after I asked instead of telling.")),
          Map.entry(
              "helped",
              List.of(
                  "The card by the phone, and that my manager asked.",
                  "The short questions by mail.",
                  "Saying my first sentence aloud in the car.",
                  "That two of us took the course together.",
                  "A quiet room for the first tries.")),
          Map.entry(
              "hindered",
              List.of(
                  "Winter weeks with twice the calls.",
                  "Too few quiet minutes.",
                  "The call timer on the wall.",
                  "My old habit when I am tired.",
                  "Nothing much, I only had to remember it.")));

  private static final Map<String, List<String>> GERMAN =
      Map.ofEntries(
          Map.entry(
              "whyAttending",
              List.of(
                  "Abends bleibt zu viel bei mir liegen.",
                  "Ich erkläre lange und mache es dann doch selbst.")),
          Map.entry(
              "whereUsed", List.of("Bei der Wochenplanung", "Wenn neue Kolleginnen anfangen")),
          Map.entry(
              "challenge",
              List.of("Loslassen, wenn es eilig ist", "Rückfragen nicht gleich selbst lösen")),
          Map.entry(
              "learnt",
              List.of(
                  "Das Ergebnis beschreiben, nicht den Weg.",
                  "Zwischenstände gleich am Anfang vereinbaren.")),
          Map.entry(
              "goal",
              List.of(
                  "Jede Woche eine Aufgabe ganz abgeben",
                  "Keine Überstunden für Dinge, die andere können")),
          Map.entry(
              "situation1",
              List.of(
                  "Wenn ich am Montag die Woche plane",
                  "Wenn jemand mit einem Problem in der Tür steht")),
          Map.entry(
              "action1",
              List.of(
                  "gebe ich eine Aufgabe mit Ergebnis und zwei Terminen ab",
                  "frage ich zuerst, was die Person überlegt hat")),
          Map.entry(
              "firstStep1",
              List.of(
                  "Die Liste meiner wiederkehrenden Aufgaben schreiben",
                  "Den Satz auf einen Zettel am Bildschirm kleben")),
          Map.entry("barrier1", List.of("Es muss schnell gehen", "Ich mache es gern selbst")),
          Map.entry(
              "enabler1",
              List.of(
                  "Ich fange mit etwas an, das jede Woche wiederkommt",
                  "Ich warte bis zum vereinbarten Zwischenstand")),
          Map.entry(
              "outcome",
              List.of(
                  "Wir fangen mit dem Wochenbericht an.",
                  "Zwei Aufgaben ausgewählt, nächstes Gespräch in zwei Wochen.",
                  "Ich frage am Freitag nach der ersten Übergabe.",
                  "Der Dienstplan geht ab März an das Team.",
                  "Eine Stunde im Kalender freigehalten, jeden Montag.")),
          Map.entry(
              "example",
              List.of(
                  "Den Wochenbericht macht jetzt Nico, und er ist früher fertig.",
                  "Die Dienstplanung läuft ohne mich.",
                  "Die neue Kollegin führt die Baustellenliste ganz allein.",
                  "Zwei Rückfragen weniger am Tag, weil das Ziel klar war.",
                  "Ich bin zweimal in der Woche pünktlich gegangen.")),
          Map.entry(
              "helped",
              List.of(
                  "Dass meine Chefin nachgefragt hat.",
                  "Der Zettel am Bildschirm.",
                  "Die kurzen Fragen per Mail.",
                  "Der Austausch mit Miriam aus dem Kurs.",
                  "Die feste Stunde am Montag.")),
          Map.entry(
              "hindered",
              List.of(
                  "Krankheitswelle im Februar.",
                  "Zu viele Termine am Vormittag.",
                  "Störungen im Netz gehen vor.",
                  "Meine Ungeduld.",
                  "Das Team war erst skeptisch.")));

  private final SamplePerson person;
  private final int seed;
  private final LocalDate today;

  FormFilling(SamplePerson person, int seed, Instant now) {
    this.person = person;
    this.seed = seed;
    this.today = now.atZone(ZoneOffset.UTC).toLocalDate();
  }

  /** Values for the fields of the form, in its order; hidden ones as they are. */
  Map<String, String> fill(Element form) {
    Map<String, String> values = new LinkedHashMap<>();
    for (Element field : form.select("input[name], textarea[name], select[name]")) {
      String name = field.attr("name");
      switch (field.attr("type")) {
        case "hidden" -> values.put(name, field.attr("value"));
        case "radio" -> values.computeIfAbsent(name, any -> radio(form, name));
        case "checkbox" ->
            values.put(name, field.attr("value").isEmpty() ? "on" : field.attr("value"));
        case "submit", "button" -> {}
        default -> text(name, field).ifPresent(value -> values.put(name, value));
      }
    }
    for (Element button : form.select("button[name]")) {
      values.putIfAbsent(button.attr("name"), button.attr("value"));
    }
    return values;
  }

  private java.util.Optional<String> text(String name, Element field) {
    if (field.attr("type").equals("date")) {
      return java.util.Optional.of(date(name))
          .filter(d -> !name.endsWith("2") && !name.endsWith("3"));
    }
    List<String> choices = words().get(name);
    return choices == null
        ? java.util.Optional.empty()
        : java.util.Optional.of(
            choices.get(Math.floorMod(31 * seed + person.id().hashCode(), choices.size())));
  }

  private String date(String name) {
    if (name.startsWith("firstStepOn")) {
      return today.plusDays(3).toString();
    }
    return name.startsWith("dueOn") ? today.plusDays(60).toString() : today.toString();
  }

  private String radio(Element form, String name) {
    List<String> offered =
        form.select("input[type=radio]").stream()
            .filter(option -> option.attr("name").equals(name))
            .map(option -> option.attr("value"))
            .toList();
    String wished = wish(form, name);
    return offered.contains(wished) ? wished : offered.get(offered.size() / 2);
  }

  private String wish(Element form, String name) {
    if (name.equals("choice")) {
      Element mailed = form.selectFirst("input[name=choice][checked]");
      return mailed == null ? "A" : mailed.attr("value");
    }
    if (name.startsWith("status_")) {
      return seed % 3 == 0 ? "applied" : "started";
    }
    return switch (name) {
      case "baseline" -> Integer.toString(3 + seed % 3);
      case "rating" -> Integer.toString(6 + seed % 3);
      case "applied" -> seed % 4 == 0 ? "not-yet" : seed % 2 == 0 ? "regularly" : "partly";
      default -> "";
    };
  }

  private Map<String, List<String>> words() {
    return person.language().equals("de") ? GERMAN : ENGLISH;
  }
}
