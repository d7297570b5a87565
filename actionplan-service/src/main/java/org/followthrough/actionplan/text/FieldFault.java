package org.followthrough.actionplan.text;

/** Why a field of a form cannot be taken. */
public enum FieldFault {
  WHY_ATTENDING_MISSING(
      "Say why you attend this course.", "Sagen Sie, warum Sie an diesem Kurs teilnehmen."),
  USE_MISSING("Say where you will use it.", "Sagen Sie, wo Sie es einsetzen werden."),
  LEARNT_MISSING("Say what you have learnt.", "Sagen Sie, was Sie gelernt haben."),
  RATING_MISSING("Choose a number from 1 to 10.", "Wählen Sie eine Zahl von 1 bis 10."),
  HELD_ON_MISSING(
      "Say on which day you talked.", "Sagen Sie, an welchem Tag Sie gesprochen haben."),
  STATUS_MISSING(
      "Choose how it goes for at least one action.",
      "Wählen Sie bei mindestens einem Vorhaben, wie es läuft."),
  STATUS_MISSING_TO_NOTE(
      "Choose how it goes, so that your note has its place.",
      "Wählen Sie, wie es läuft, damit Ihre Notiz ihren Platz hat."),
  STATUS_UNKNOWN("Choose one of the answers shown.", "Wählen Sie eine der gezeigten Antworten."),
  TOO_LONG("Please shorten this to %s characters.", "Bitte kürzen Sie auf %s Zeichen."),
  UNREADABLE(
      "This text holds invisible control characters. Please type it again.",
      "Dieser Text enthält unsichtbare Steuerzeichen. Bitte tippen Sie ihn noch einmal."),
  NOT_A_DAY("Give a day such as 2027-01-20.", "Geben Sie einen Tag an, zum Beispiel 2027-01-20."),
  NOT_YET(
      "This day has not come yet. Log the talk once you have had it.",
      "Dieser Tag liegt noch vor Ihnen. Tragen Sie das Gespräch ein, wenn es stattgefunden hat."),
  LONG_AGO(
      "This day is more than a year ago. Please check the year.",
      "Dieser Tag liegt über ein Jahr zurück. Bitte prüfen Sie das Jahr.");

  private final String english;
  private final String german;

  FieldFault(String english, String german) {
    this.english = english;
    this.german = german;
  }

  /** Puts the fault at a field. */
  public Finding at(String field) {
    return at(field, "");
  }

  /** Puts the fault at a field, with what its sentence quotes. */
  public Finding at(String field, Object quoted) {
    return new FieldFinding(field, this, quoted);
  }

  private record FieldFinding(String field, FieldFault fault, Object quoted) implements Finding {
    @Override
    public String sentence(String lang) {
      return String.format(lang.equals("de") ? fault.german : fault.english, quoted);
    }
  }
}
