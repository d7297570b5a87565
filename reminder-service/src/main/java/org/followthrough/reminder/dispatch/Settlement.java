package org.followthrough.reminder.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.followthrough.reminder.mail.Verdict;

/**
 * What a verdict makes of an envelope and its touches.
 *
 * @param retryAt when put-off touches are due again, null otherwise
 * @param resendAt when the same bytes go out once more, null for never
 * @param attempts transmissions of these bytes that got, or may have got, through
 * @param tried whether the relay heard of the mail
 */
record Settlement(
    UUID envelopeId,
    UUID claimToken,
    String envelopeState,
    String touchState,
    String reason,
    Instant sentAt,
    Instant retryAt,
    LocalDate retryOn,
    Instant resendAt,
    int attempts,
    boolean tried) {

  private static final Duration UNTRIED_RETRY = Duration.ofMinutes(1);

  /**
   * @param now by the service clock
   * @param chance from 0 to 1, spreads retries
   */
  static Settlement of(
      InFlight mail, Verdict verdict, Instant now, Duration resendAfter, double chance) {
    return mail.resend()
        ? second(mail, verdict, now, chance)
        : first(mail, verdict, now, resendAfter, chance);
  }

  private static Settlement first(
      InFlight mail, Verdict verdict, Instant now, Duration resendAfter, double chance) {
    return switch (verdict.outcome()) {
      case ACCEPTED -> end(mail, "ACCEPTED", null, null);
      case FAILED -> end(mail, "FAILED", verdict.reason(), null);
      case IN_DOUBT ->
          end(mail, "IN_DOUBT", verdict.reason(), mail.resendable() ? now.plus(resendAfter) : null);
      case DEFERRED -> retry(mail, verdict, now.plus(wait(mail, verdict, chance)));
    };
  }

  /** Whatever becomes of the second copy, only its acceptance ends the doubt about the first. */
  private static Settlement second(InFlight mail, Verdict verdict, Instant now, double chance) {
    return switch (verdict.outcome()) {
      case ACCEPTED -> end(mail, "ACCEPTED", null, null);
      case FAILED, IN_DOUBT -> end(mail, "IN_DOUBT", verdict.reason(), null);
      case DEFERRED ->
          end(mail, "IN_DOUBT", verdict.reason(), now.plus(wait(mail, verdict, chance)));
    };
  }

  private static Duration wait(InFlight mail, Verdict verdict, double chance) {
    return verdict.isUntried() ? UNTRIED_RETRY : Backoff.after(mail.attempts(), chance);
  }

  private static Settlement end(InFlight mail, String state, String reason, Instant resendAt) {
    boolean sentBefore = mail.resend() && resendAt == null;
    return new Settlement(
        mail.envelopeId(),
        mail.claimToken(),
        state,
        state,
        reason,
        state.equals("ACCEPTED") ? mail.moment() : null,
        null,
        null,
        resendAt,
        sentBefore ? 2 : 1,
        true);
  }

  private static Settlement retry(InFlight mail, Verdict verdict, Instant at) {
    return new Settlement(
        mail.envelopeId(),
        mail.claimToken(),
        "DEFERRED",
        "PLANNED",
        verdict.reason(),
        null,
        at,
        at.atZone(mail.zone()).toLocalDate(),
        null,
        1,
        !verdict.isUntried());
  }
}
