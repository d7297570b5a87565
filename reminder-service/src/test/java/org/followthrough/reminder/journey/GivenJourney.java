package org.followthrough.reminder.journey;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.followthrough.reminder.cadence.BuiltInCadences;
import org.followthrough.reminder.cadence.Cadence;
import org.followthrough.reminder.cadence.WorkingCalendar;
import org.followthrough.reminder.people.Person;

/** Facts and circumstances to plan with. */
final class GivenJourney {

  static final UUID ENROLLMENT = UUID.fromString("018f3a5e-7a10-7c11-9a01-000000000004");
  static final UUID ACTION = UUID.fromString("018f3a5e-7a10-7c11-9a01-000000000006");
  static final UUID BOOSTER = UUID.fromString("018f3a5e-7a10-7c11-9a01-000000000007");
  static final UUID MANAGER = UUID.fromString("018f3a5e-7a10-7c11-9a01-000000000002");
  static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  private GivenJourney() {}

  /** A cohort on Mon 18 and Tue 19 January 2027. */
  static EnrollmentState enrolled(long version) {
    return state(version, EnrollmentState.Status.ENROLLED, null, null);
  }

  /** Completed on Tue 19 January 2027, 16:30 in Berlin. */
  static EnrollmentState completed(long version) {
    return completed(version, Instant.parse("2027-01-19T15:30:00Z"));
  }

  static EnrollmentState completed(long version, Instant at) {
    return state(version, EnrollmentState.Status.COMPLETED, at, null);
  }

  static EnrollmentState withdrawn(long version) {
    return state(
        version, EnrollmentState.Status.WITHDRAWN, null, Instant.parse("2027-01-10T08:00:00Z"));
  }

  private static EnrollmentState state(
      long version, EnrollmentState.Status status, Instant completedAt, Instant withdrawnAt) {
    return new EnrollmentState(
        version,
        status,
        LocalDate.of(2027, 1, 18),
        LocalDate.of(2027, 1, 19),
        Instant.parse("2027-01-04T09:00:00Z"),
        completedAt,
        withdrawnAt);
  }

  static PlanState plan(long version) {
    var action =
        new PlanState.PlannedAction(
            ACTION, "When a customer shouts", "I ask", "A card", LocalDate.of(2027, 3, 31));
    return PlanState.of(
        version,
        "Goal of version " + version,
        List.of(action),
        Instant.parse("2027-01-21T16:00:00Z").plusSeconds(86_400 * (version - 1)));
  }

  static Progress progress(long version, String status) {
    return new Progress(version, ACTION, status);
  }

  static Booster booster(UUID boosterId, int sequence, LocalDate dueOn) {
    List<Booster.Option> options =
        List.of(new Booster.Option("A", "Calm down"), new Booster.Option("B", "Tell me more"));
    return Booster.scheduled(
        boosterId,
        new Booster.Schedule(sequence, sequence, "What now?", options, dueOn, dueOn.plusDays(7)));
  }

  static Facts facts(Finding... findings) {
    Facts facts = Facts.NONE;
    for (Finding finding : findings) {
      facts = facts.with(finding);
    }
    return facts;
  }

  static Circumstances in(ZoneId zone) {
    return in(zone, BuiltInCadences.STANDARD);
  }

  static Circumstances in(ZoneId zone, Cadence cadence) {
    return new Circumstances(
        cadence,
        true,
        new Person(UUID.fromString("018f3a5e-7a10-7c11-9a01-000000000001"), zone, MANAGER, false),
        null,
        WorkingCalendar.MONDAY_TO_FRIDAY);
  }

  static List<Touch> plan(Facts facts, Circumstances circumstances) {
    return Planner.plan(ENROLLMENT, facts, circumstances);
  }

  /**
   * Step, occurrence, and local time where the recipient is, e.g. {@code booster/1
   * 2027-01-21T09:00}.
   */
  static String line(Touch touch) {
    return touch.step().key()
        + "/"
        + touch.occurrence()
        + " "
        + touch.dueAt().atZone(touch.zone()).toLocalDateTime();
  }
}
