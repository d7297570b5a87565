package org.followthrough.reminder.mail;

import java.util.concurrent.CompletionStage;

/**
 * Hands mails to a relay. One attempt per call; whether and when to try again is the caller's.
 *
 * <p>The stage always completes with a verdict, never with an exception. {@link
 * Verdict.Outcome#DEFERRED} and {@link Verdict.Outcome#FAILED} guarantee that the relay did not
 * take the mail; where that is not certain the verdict is {@link Verdict.Outcome#IN_DOUBT}. May
 * block while too many mails wait.
 */
public interface MailTransport extends AutoCloseable {

  CompletionStage<Verdict> send(OutgoingMail mail);

  @Override
  void close();
}
