package org.followthrough.reminder.dispatch;

import java.time.Instant;

/**
 * A look for due touches.
 *
 * @param from what came due before is left to others
 * @param moment as of when what is found is decided on
 * @param limit how many make a batch
 */
record Look(Instant from, DispatchMoment moment, int limit) {}
