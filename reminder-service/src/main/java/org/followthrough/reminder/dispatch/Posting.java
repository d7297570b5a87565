package org.followthrough.reminder.dispatch;

import org.followthrough.reminder.envelope.Envelope;
import org.followthrough.reminder.mail.OutgoingMail;

/** An envelope with the mail written for it. */
record Posting(Envelope envelope, OutgoingMail mail, String messageId) {}
