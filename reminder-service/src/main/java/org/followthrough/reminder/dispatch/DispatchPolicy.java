package org.followthrough.reminder.dispatch;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.followthrough.reminder.envelope.Addressed;
import org.followthrough.reminder.mail.Recipient;

/** Decides at the last moment who really gets a touch, and whether now. */
final class DispatchPolicy {

  private DispatchPolicy() {}

  static Decision decide(DueTouch touch, Instant moment) {
    if (!moment.isBefore(touch.staleAfter())) {
      return new Decision.Expire("stale");
    }
    Optional<String> obstacle = obstacle(touch);
    if (obstacle.isPresent()) {
      return new Decision.Suppress(obstacle.get());
    }
    Optional<Decision> wait = wait(touch, moment);
    return wait.orElseGet(() -> new Decision.Send(touch.reader().recipient().orElseThrow()));
  }

  private static Optional<String> obstacle(DueTouch touch) {
    if (touch.learner() == null || touch.learner().gone()) {
      return Optional.of("left");
    }
    if (touch.reader() == null) {
      return Optional.of("no-manager");
    }
    if (touch.reader().gone()) {
      return Optional.of("left");
    }
    if (touch.reader().recipient().isEmpty()) {
      return Optional.of("no-address");
    }
    return touch.unsubscribed() && !touch.isMustHave()
        ? Optional.of("unsubscribed")
        : Optional.empty();
  }

  private static Optional<Decision> wait(DueTouch touch, Instant moment) {
    ZonedDateTime there = moment.atZone(touch.reader().zone());
    Optional<LocalDate> back = back(touch, there.toLocalDate());
    if (back.isPresent()) {
      ZonedDateTime until =
          SendWindow.morning(back.get(), touch.reader().zone(), touch.isBooster());
      return Optional.of(postpone(touch, until, "on-leave"));
    }
    ZonedDateTime open = SendWindow.onOrAfter(there, touch.isBooster());
    return open.isAfter(there)
        ? Optional.of(postpone(touch, open, "quiet-hours"))
        : Optional.empty();
  }

  /** The first day on which all whom it takes are back; a talk takes two. */
  private static Optional<LocalDate> back(DueTouch touch, LocalDate today) {
    LocalDate back = null;
    if (touch.reader().isOnLeave(today)) {
      back = touch.reader().leaveUntil();
    }
    boolean learnerAway = touch.isTalk() && touch.learner().isOnLeave(today);
    if (learnerAway && (back == null || touch.learner().leaveUntil().isAfter(back))) {
      back = touch.learner().leaveUntil();
    }
    return Optional.ofNullable(back);
  }

  private static Decision postpone(DueTouch touch, ZonedDateTime until, String reason) {
    return until.toInstant().isBefore(touch.staleAfter())
        ? new Decision.Postpone(until.toInstant(), until.toLocalDate(), reason)
        : new Decision.Expire(reason);
  }

  /** The touch with its recipient, and with the next window for the case that this one is taken. */
  static Addressed address(DueTouch touch, Recipient recipient, Instant moment) {
    LocalDate tomorrow = moment.atZone(recipient.zone()).toLocalDate().plusDays(1);
    ZonedDateTime next = SendWindow.morning(tomorrow, recipient.zone(), touch.isBooster());
    return new Addressed(
        touch.organizationId(),
        touch.item(),
        recipient,
        moment,
        touch.staleAfter(),
        touch.attempts(),
        touch.isResendable(),
        !touch.isMustHave(),
        new Addressed.Later(
            next.toInstant(), next.toLocalDate(), next.toInstant().isBefore(touch.staleAfter())));
  }
}
