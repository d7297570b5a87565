package org.followthrough.reminder.journey;

import java.util.UUID;

/**
 * The circumstances of one journey as far as they are known.
 *
 * @param circumstances null while learner or course are not known
 * @param awaits what will change them when it comes, or null
 */
record KnownCircumstances(Circumstances circumstances, UUID awaits) {}
