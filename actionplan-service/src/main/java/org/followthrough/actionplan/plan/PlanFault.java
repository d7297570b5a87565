package org.followthrough.actionplan.plan;

/** What a plan lacks to be specific, measurable, doable and dated; each with its one-line fix. */
public enum PlanFault {
  GOAL_MISSING(
      "Say what will be different when this works.",
      "Sagen Sie, was anders sein wird, wenn es klappt."),
  GOAL_VAGUE(
      "Say what others will notice: “%s” is a wish nobody can check.",
      "Sagen Sie, woran andere es merken: „%s“ ist ein Wunsch, den niemand prüfen kann."),
  ACTIONS_MISSING("Plan at least one action.", "Planen Sie mindestens ein Vorhaben."),
  ACTIONS_TOO_MANY(
      "Keep at most five actions; one to three are easier to keep.",
      "Behalten Sie höchstens fünf Vorhaben; eins bis drei lassen sich besser einhalten."),
  ACTION_UNKNOWN(
      "This action is not part of the plan; leave its id out to add a new one.",
      "Dieses Vorhaben gehört nicht zum Plan; lassen Sie die Kennung weg, um ein neues anzulegen."),
  ACTION_TWICE(
      "This action is in the plan already; change one of the two.",
      "Dieses Vorhaben steht schon im Plan; ändern Sie eins von beiden."),
  SITUATION_MISSING(
      "Say when: name the situation that shall remind you.",
      "Sagen Sie, wann: Nennen Sie die Situation, die Sie daran erinnern soll."),
  SITUATION_VAGUE(
      "Say when: “%s” is no situation you will notice.",
      "Sagen Sie, wann: „%s“ ist keine Situation, die Ihnen auffällt."),
  SITUATION_SHORT(
      "Say a little more than “%s”: who is there, or what happens first?",
      "Sagen Sie etwas mehr als „%s“: Wer ist dabei, oder was passiert zuerst?"),
  DEED_MISSING("Say what you will do then.", "Sagen Sie, was Sie dann tun."),
  DEED_VAGUE(
      "Say what you will do: “%s” is a wish; name what a colleague could see or hear.",
      "Sagen Sie, was Sie tun: „%s“ ist ein Wunsch; nennen Sie, was andere sehen oder hören."),
  FIRST_STEP_MISSING(
      "Name the very first step, small enough for ten minutes.",
      "Nennen Sie den allerersten Schritt, klein genug für zehn Minuten."),
  FIRST_STEP_VAGUE(
      "Make the first step something you can tick off; “%s” is not.",
      "Machen Sie den ersten Schritt zu etwas, das man abhaken kann; „%s“ ist das nicht."),
  FIRST_STEP_DAY_MISSING(
      "Say on which day you take the first step.",
      "Sagen Sie, an welchem Tag Sie den ersten Schritt machen."),
  FIRST_STEP_PAST(
      "The day of the first step has passed; choose today or later.",
      "Der Tag des ersten Schritts ist vorbei; wählen Sie heute oder später."),
  FIRST_STEP_LATE(
      "Take the first step within 14 days, by %s; later ones rarely happen.",
      "Machen Sie den ersten Schritt binnen 14 Tagen, bis %s; spätere kommen selten zustande."),
  DUE_MISSING(
      "Say by which day it shall be a habit.",
      "Sagen Sie, bis wann es zur Gewohnheit werden soll."),
  DUE_PAST(
      "The due day has passed; choose a later one.",
      "Der Zieltag ist vorbei; wählen Sie einen späteren."),
  DUE_BEFORE_START(
      "The due day comes before the first step; choose a later one.",
      "Der Zieltag liegt vor dem ersten Schritt; wählen Sie einen späteren."),
  DUE_FAR(
      "Choose a due day within a year; what is further away drifts.",
      "Wählen Sie einen Zieltag binnen eines Jahres; was weiter weg ist, verläuft sich."),
  ENABLER_MISSING(
      "You named a barrier; say what you will do about it.",
      "Sie haben ein Hindernis genannt; sagen Sie, was Sie dagegen tun."),
  NOT_A_DAY("Give a day such as 2027-01-20.", "Geben Sie einen Tag an, zum Beispiel 2027-01-20."),
  TOO_LONG("Please shorten this to %s characters.", "Bitte kürzen Sie auf %s Zeichen."),
  UNREADABLE(
      "This text holds invisible control characters. Please type it again.",
      "Dieser Text enthält unsichtbare Steuerzeichen. Bitte tippen Sie ihn noch einmal.");

  private final String english;
  private final String german;

  PlanFault(String english, String german) {
    this.english = english;
    this.german = german;
  }

  String sentence(String lang, String quoted) {
    return String.format(lang.equals("de") ? german : english, quoted);
  }
}
