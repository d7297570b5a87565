package org.followthrough.reminder.dispatch;

import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;

/**
 * What is remembered of an envelope on its way to the relay until its fate is known.
 *
 * @param moment as of when it goes out, by the service clock
 * @param attempts how often the relay has put its touches off before
 * @param resend whether an earlier transmission of these bytes is in doubt
 */
record InFlight(
    UUID claimToken,
    UUID envelopeId,
    Instant moment,
    ZoneId zone,
    int attempts,
    boolean resendable,
    boolean resend) {}
