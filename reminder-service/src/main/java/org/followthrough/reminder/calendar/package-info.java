/** Talks as calendar entries: when we propose them, and how they are written down. */
package org.followthrough.reminder.calendar;
