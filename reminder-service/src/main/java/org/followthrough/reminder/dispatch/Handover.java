package org.followthrough.reminder.dispatch;

import org.followthrough.reminder.mail.OutgoingMail;

/** A mail for the transport, and what stays here of it. */
record Handover(OutgoingMail mail, InFlight inFlight) {}
