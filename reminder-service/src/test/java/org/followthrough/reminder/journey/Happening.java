package org.followthrough.reminder.journey;

/** Something that happened, as it becomes known. */
interface Happening {
  Known addTo(Known known);
}
