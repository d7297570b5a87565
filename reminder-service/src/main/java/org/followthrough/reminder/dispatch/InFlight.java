package org.followthrough.reminder.dispatch;

import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.followthrough.reminder.mail.OutgoingMail;

/**
 * An envelope on its way to the relay.
 *
 * @param moment as of when it goes out, by the service clock
 * @param attempts how often the relay has put its touches off before
 * @param resend whether an earlier transmission of these bytes is in doubt
 */
record InFlight(
    UUID claimToken,
    OutgoingMail mail,
    Instant moment,
    ZoneId zone,
    int attempts,
    boolean resendable,
    boolean resend) {

  /** The same once it is handed over: its bytes are not needed for the result. */
  InFlight withoutBytes() {
    return new InFlight(
        claimToken, mail.withoutBytes(), moment, zone, attempts, resendable, resend);
  }

  UUID envelopeId() {
    return mail.envelopeId();
  }
}
