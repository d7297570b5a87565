package org.followthrough.evaluation.followup;

import java.util.Map;
import java.util.Optional;
import org.followthrough.kit.consumer.ReceivedEvent;
import org.followthrough.kit.event.UnreadableEventException;

/** The facts we read, by the type on the wire; all other types are none of our business. */
final class FactReader {

  private static final Map<String, Class<? extends Fact>> READ =
      Map.ofEntries(
          Map.entry("enrollment.LearnerEnrolled.v1", Fact.EnrollmentChanged.class),
          Map.entry("enrollment.CohortRescheduled.v1", Fact.EnrollmentChanged.class),
          Map.entry("enrollment.CourseCompleted.v1", Fact.EnrollmentChanged.class),
          Map.entry("enrollment.EnrollmentWithdrawn.v1", Fact.EnrollmentChanged.class),
          Map.entry("actionplan.ExpectationsShared.v1", Fact.ExpectationsShared.class),
          Map.entry("actionplan.ActionPlanCommitted.v1", Fact.PlanCommitted.class),
          Map.entry("actionplan.ActionPlanRevised.v1", Fact.PlanCommitted.class),
          Map.entry("actionplan.TalkHeld.v1", Fact.TalkHeld.class),
          Map.entry("booster.BoosterScheduled.v1", Fact.BoosterScheduled.class),
          Map.entry("booster.BoosterAnswered.v1", Fact.BoosterAnswered.class),
          Map.entry("reminder.TouchSent.v1", Fact.TouchSent.class));

  private FactReader() {}

  static Optional<Fact> read(ReceivedEvent event) {
    Class<? extends Fact> shape = READ.get(event.type());
    if (shape == null || event.isTombstone()) {
      return Optional.empty();
    }
    Fact fact = event.payload(shape);
    if (fact.personId() == null || fact.courseId() == null) {
      throw new UnreadableEventException("personId or courseId is missing", null);
    }
    return Optional.of(fact);
  }

  static Map<String, Class<? extends Fact>> types() {
    return READ;
  }
}
