package org.followthrough.booster.track;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.followthrough.booster.track.TrackStep.Asking;
import org.followthrough.booster.track.TrackStep.Reason;
import org.followthrough.kit.event.EventComposer;
import org.followthrough.kit.outbox.PendingEvent;

/**
 * The events of one enrollment's questions; all have the enrollment as aggregate, so they keep
 * their order.
 */
public final class BoosterEvents {

  static final String TOPIC = "booster.boosters.v1";
  static final String SCHEDULED = "booster.BoosterScheduled.v1";
  static final String CANCELLED = "booster.BoosterCancelled.v1";
  static final String ANSWERED = "booster.BoosterAnswered.v1";
  static final String FINISHED = "booster.BoosterTrackFinished.v1";

  /** Whose track it is. */
  public record Owner(
      UUID organizationId, UUID enrollmentId, UUID personId, UUID courseId, long version) {}

  record Option(String key, String text) {}

  record BoosterScheduled(
      UUID boosterId,
      UUID enrollmentId,
      UUID personId,
      UUID courseId,
      int sequence,
      String stem,
      List<Option> options,
      LocalDate dueOn,
      LocalDate expiresOn) {}

  record BoosterCancelled(
      UUID boosterId, UUID enrollmentId, UUID personId, UUID courseId, String reason) {}

  record BoosterAnswered(
      UUID boosterId,
      UUID enrollmentId,
      UUID personId,
      UUID courseId,
      int sequence,
      boolean correct,
      Instant answeredAt) {}

  record BoosterTrackFinished(
      UUID enrollmentId,
      UUID personId,
      UUID courseId,
      int asked,
      int answered,
      Instant finishedAt) {}

  private final EventComposer composer;
  private final Owner owner;
  private long version;

  /** Numbers the events on from the version the track has. */
  public BoosterEvents(EventComposer composer, Owner owner) {
    this.composer = composer;
    this.owner = owner;
    this.version = owner.version();
  }

  /** The version of the last event made here. */
  public long version() {
    return version;
  }

  PendingEvent scheduled(UUID boosterId, Asking asking, IssuedQuestion question) {
    // Only letter and text: which one is right never leaves this service.
    List<Option> options =
        question.options().stream().map(each -> new Option(each.key(), each.text())).toList();
    return event(
        SCHEDULED,
        new BoosterScheduled(
            boosterId,
            owner.enrollmentId(),
            owner.personId(),
            owner.courseId(),
            asking.sequence(),
            question.stem(),
            options,
            asking.dueOn(),
            asking.expiresOn()));
  }

  PendingEvent cancelled(UUID boosterId, Reason reason) {
    return event(
        CANCELLED,
        new BoosterCancelled(
            boosterId,
            owner.enrollmentId(),
            owner.personId(),
            owner.courseId(),
            reason.name().toLowerCase(Locale.ROOT)));
  }

  /** The person's answer is known. */
  public PendingEvent answered(UUID boosterId, int sequence, boolean correct, Instant at) {
    return event(
        ANSWERED,
        new BoosterAnswered(
            boosterId,
            owner.enrollmentId(),
            owner.personId(),
            owner.courseId(),
            sequence,
            correct,
            at));
  }

  PendingEvent finished(int asked, int answered, Instant at) {
    return event(
        FINISHED,
        new BoosterTrackFinished(
            owner.enrollmentId(), owner.personId(), owner.courseId(), asked, answered, at));
  }

  private PendingEvent event(String type, Object payload) {
    version++;
    return new PendingEvent(
        TOPIC,
        composer.compose(type, owner.enrollmentId(), version, owner.organizationId(), payload));
  }
}
