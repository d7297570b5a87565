package org.followthrough.reminder.journey;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.followthrough.kit.consumer.ReceivedEvent;
import org.followthrough.kit.event.UnreadableEventException;

/** Reads what other services tell about enrollments; only the fields that planning needs. */
final class JourneyEvents {

  private static final Map<String, BiFunction<ReceivedEvent, Keys, Finding>> READERS =
      Map.ofEntries(
          Map.entry("enrollment.LearnerEnrolled.v1", JourneyEvents::enrollment),
          Map.entry("enrollment.CohortRescheduled.v1", JourneyEvents::enrollment),
          Map.entry("enrollment.CourseCompleted.v1", JourneyEvents::enrollment),
          Map.entry("enrollment.EnrollmentWithdrawn.v1", JourneyEvents::enrollment),
          Map.entry("actionplan.ActionPlanCommitted.v1", JourneyEvents::plan),
          Map.entry("actionplan.ActionPlanRevised.v1", JourneyEvents::plan),
          Map.entry("actionplan.ExpectationsShared.v1", JourneyEvents::expectations),
          Map.entry("actionplan.ReflectionCaptured.v1", (event, keys) -> Finding.NOTHING),
          Map.entry("actionplan.ActionProgressReported.v1", JourneyEvents::progress),
          Map.entry("actionplan.TalkHeld.v1", JourneyEvents::talk),
          Map.entry("booster.BoosterScheduled.v1", JourneyEvents::booster),
          Map.entry("booster.BoosterAnswered.v1", JourneyEvents::boosterAnswered),
          Map.entry("booster.BoosterCancelled.v1", JourneyEvents::boosterCancelled),
          Map.entry("evaluation.EvaluationSubmitted.v1", JourneyEvents::evaluation));

  private JourneyEvents() {}

  /** What every one of these events says. */
  record Keys(UUID enrollmentId, UUID personId, UUID courseId) {
    Keys {
      requireNonNull(enrollmentId, "enrollmentId");
      requireNonNull(personId, "personId");
      requireNonNull(courseId, "courseId");
    }
  }

  record Enrollment(
      String status,
      LocalDate startsOn,
      LocalDate endsOn,
      Instant enrolledAt,
      Instant completedAt,
      Instant withdrawnAt) {
    Enrollment {
      requireNonNull(status, "status");
    }
  }

  record Plan(
      long planVersion, String goal, List<PlanState.PlannedAction> actions, Instant committedAt) {
    Plan {
      requireNonNull(actions, "actions");
      requireNonNull(committedAt, "committedAt");
      actions.forEach(action -> requireNonNull(action.actionId(), "actionId"));
    }
  }

  record Shared(int baseline) {}

  record Reported(UUID actionId, String status) {
    Reported {
      requireNonNull(actionId, "actionId");
      requireNonNull(status, "status");
    }
  }

  record Held(String kind, LocalDate heldOn, Integer baseline) {
    Held {
      requireNonNull(kind, "kind");
    }
  }

  record Scheduled(
      UUID boosterId,
      int sequence,
      String stem,
      List<Booster.Option> options,
      LocalDate dueOn,
      LocalDate expiresOn) {
    Scheduled {
      requireNonNull(boosterId, "boosterId");
      requireNonNull(dueOn, "dueOn");
      requireNonNull(expiresOn, "expiresOn");
    }
  }

  record Ended(UUID boosterId, String reason) {
    Ended {
      requireNonNull(boosterId, "boosterId");
    }
  }

  record Submitted(String stage, String audience) {}

  /** The event as a finding; empty where its type says nothing to planning. */
  static Optional<JourneyEvent> read(ReceivedEvent event) {
    var reader = READERS.get(event.type());
    if (reader == null || event.isTombstone()) {
      return Optional.empty();
    }
    Keys keys = event.payload(Keys.class);
    return Optional.of(
        new JourneyEvent(
            keys.enrollmentId(),
            event.organizationId(),
            keys.personId(),
            keys.courseId(),
            reader.apply(event, keys)));
  }

  private static Finding enrollment(ReceivedEvent event, Keys keys) {
    Enrollment e = event.payload(Enrollment.class);
    return new EnrollmentState(
        event.version(),
        constant(EnrollmentState.Status.class, e.status()),
        e.startsOn(),
        e.endsOn(),
        e.enrolledAt(),
        e.completedAt(),
        e.withdrawnAt());
  }

  private static Finding plan(ReceivedEvent event, Keys keys) {
    Plan p = event.payload(Plan.class);
    return PlanState.of(p.planVersion(), p.goal(), p.actions(), p.committedAt());
  }

  private static Finding expectations(ReceivedEvent event, Keys keys) {
    return new Expectations(event.version(), event.payload(Shared.class).baseline());
  }

  private static Finding progress(ReceivedEvent event, Keys keys) {
    Reported r = event.payload(Reported.class);
    return new Progress(event.version(), r.actionId(), r.status());
  }

  private static Finding talk(ReceivedEvent event, Keys keys) {
    Held h = event.payload(Held.class);
    return new Talk(event.version(), constant(Talk.Kind.class, h.kind()), h.heldOn(), h.baseline());
  }

  private static Finding booster(ReceivedEvent event, Keys keys) {
    Scheduled s = event.payload(Scheduled.class);
    return Booster.scheduled(
        s.boosterId(),
        new Booster.Schedule(
            event.version(), s.sequence(), s.stem(), s.options(), s.dueOn(), s.expiresOn()));
  }

  private static Finding boosterAnswered(ReceivedEvent event, Keys keys) {
    return Booster.answered(event.payload(Ended.class).boosterId());
  }

  private static Finding boosterCancelled(ReceivedEvent event, Keys keys) {
    Ended e = event.payload(Ended.class);
    return Booster.cancelled(e.boosterId(), e.reason() == null ? "cancelled" : e.reason());
  }

  private static Finding evaluation(ReceivedEvent event, Keys keys) {
    Submitted s = event.payload(Submitted.class);
    return new EvaluationGiven(
        constant(EvaluationGiven.Form.class, s.stage() + "_" + s.audience()));
  }

  private static <E extends Enum<E>> E constant(Class<E> type, String wireName) {
    try {
      return Enum.valueOf(type, wireName.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new UnreadableEventException("unknown " + type.getSimpleName(), null);
    }
  }
}
