package org.followthrough.reminder.cadence;

import static org.followthrough.reminder.cadence.StaleAfter.Kind.BOOSTER_EXPIRES;
import static org.followthrough.reminder.cadence.StaleAfter.Kind.COHORT_START;

import java.time.LocalTime;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The cadences that come with the program. Start values: docs of the evidence behind them. */
public final class BuiltInCadences {

  private static final LocalTime NINE = LocalTime.of(9, 0);

  private static final Step BOOSTER =
      step(Template.BOOSTER, Anchor.BOOSTER_DUE, WorkingDays.NEXT, at(BOOSTER_EXPIRES), "P0D");

  /** Both talks, a plan, check-ins, questions, and two evaluations within a year. */
  public static final Cadence STANDARD =
      new Cadence(
          "standard",
          Stream.of(aroundTheCourse(), List.of(checkIn(), BOOSTER), evaluations())
              .flatMap(List::stream)
              .toList());

  /** Questions only. */
  public static final Cadence BOOSTERS_ONLY = new Cadence("boosters-only", List.of(BOOSTER));

  private static final List<Cadence> ALL = List.of(STANDARD, BOOSTERS_ONLY);

  private BuiltInCadences() {}

  public static List<Cadence> all() {
    return ALL;
  }

  public static Optional<Cadence> find(String cadenceId) {
    return ALL.stream().filter(cadence -> cadence.cadenceId().equals(cadenceId)).findFirst();
  }

  private static List<Step> aroundTheCourse() {
    return List.of(
        beforeTheCourse(Template.PRE_COURSE_TALK),
        beforeTheCourse(Template.PRE_COURSE_QUESTIONS),
        planInvitation(),
        step(
            Template.POST_COURSE_TALK,
            Anchor.COMPLETED,
            WorkingDays.COUNT,
            StaleAfter.days(14),
            "P2D",
            "P5D"));
  }

  private static Step beforeTheCourse(Template template) {
    return step(template, Anchor.COHORT_START, WorkingDays.COUNT, at(COHORT_START), "P-5D", "P-2D");
  }

  private static Step planInvitation() {
    return step(
        Template.PLAN_INVITATION,
        Anchor.COMPLETED,
        WorkingDays.NEXT,
        LocalTime.of(16, 0),
        StaleAfter.days(7),
        "P0D",
        "P3D",
        "P7D");
  }

  private static Step checkIn() {
    return step(
        Template.PLAN_CHECK_IN,
        Anchor.PLAN_COMMITTED,
        WorkingDays.NEXT,
        StaleAfter.days(7),
        "P7D",
        "P21D",
        "P45D",
        "P75D");
  }

  private static List<Step> evaluations() {
    return List.of(
        evaluation(Template.EVALUATION_3M_LEARNER, 3),
        evaluation(Template.EVALUATION_3M_MANAGER, 3),
        evaluation(Template.EVALUATION_12M_LEARNER, 12),
        evaluation(Template.EVALUATION_12M_MANAGER, 12));
  }

  private static Step evaluation(Template template, int months) {
    String first = "P" + months + "M";
    return step(
        template,
        Anchor.COMPLETED,
        WorkingDays.NEXT,
        StaleAfter.days(21),
        first,
        first + "7D",
        first + "14D");
  }

  private static StaleAfter at(StaleAfter.Kind kind) {
    return StaleAfter.at(kind);
  }

  private static Step step(
      Template template, Anchor anchor, WorkingDays rule, StaleAfter stale, String... offsets) {
    return step(template, anchor, rule, null, stale, offsets);
  }

  private static Step step(
      Template template,
      Anchor anchor,
      WorkingDays rule,
      LocalTime sameDayUntil,
      StaleAfter stale,
      String... offsets) {
    return new Step(
        template.wireName(),
        template.audience(),
        anchor,
        Stream.of(offsets).map(Period::parse).toList(),
        rule,
        NINE,
        sameDayUntil,
        template.condition(),
        stale,
        template,
        Tone.SOFT,
        template.category());
  }
}
