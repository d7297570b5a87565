package org.followthrough.reminder.journey;

/** One thing that became known of an enrollment. */
interface Finding {

  /** Nothing but that the enrollment exists. */
  Finding NOTHING = facts -> facts;

  /** Adds it; the same result in any order and however often. */
  Facts addTo(Facts facts);
}
