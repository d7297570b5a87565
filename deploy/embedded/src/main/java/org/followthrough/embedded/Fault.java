package org.followthrough.embedded;

import java.time.Duration;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;

/**
 * One thing that goes wrong at one point of an SMTP dialogue, each time or for the next few times,
 * for everybody or for some recipients. Start from {@link #drop}, {@link #reject} or {@link
 * #delay}.
 */
public final class Fault {
  /** Where in the dialogue. */
  public enum At {
    CONNECT,
    EHLO,
    MAIL,
    RCPT,
    DATA,
    /** After the first line of the mail. */
    MID_BODY,
    /** The mail is whole and NOT stored; its sender gets no answer, or a refusal. */
    AFTER_DOT_UNSTORED,
    /** The mail is stored and in the ledger; its sender has no answer yet. */
    AFTER_DOT
  }

  enum Kind {
    DROP,
    REJECT,
    DELAY
  }

  private static final Set<At> BEFORE_RECIPIENTS = EnumSet.of(At.CONNECT, At.EHLO, At.MAIL);
  private static final Set<At> REJECTING =
      EnumSet.of(At.MAIL, At.RCPT, At.DATA, At.AFTER_DOT_UNSTORED);
  private static final int ALWAYS = Integer.MAX_VALUE;

  private final Kind kind;
  private final At at;
  private final String reply;
  private final Duration delay;
  private final int times;
  private final Predicate<String> recipients;

  private Fault(
      Kind kind, At at, String reply, Duration delay, int times, Predicate<String> recipients) {
    this.kind = kind;
    this.at = at;
    this.reply = reply;
    this.delay = delay;
    this.times = times;
    this.recipients = recipients;
  }

  /** Closes the connection without a word. */
  public static Fault drop(At at) {
    return new Fault(Kind.DROP, at, "", Duration.ZERO, ALWAYS, null);
  }

  /**
   * Answers with a refusal.
   *
   * @param at MAIL, RCPT, DATA or, for the final dot, AFTER_DOT_UNSTORED
   */
  public static Fault reject(At at, int code, String text) {
    if (!REJECTING.contains(at)) {
      throw new IllegalArgumentException("can reject at " + REJECTING + ", not at " + at);
    }
    if (code < 400 || code > 599) {
      throw new IllegalArgumentException("a refusal has a code from 400 to 599, not " + code);
    }
    return new Fault(Kind.REJECT, at, code + " " + text, Duration.ZERO, ALWAYS, null);
  }

  /**
   * Stores the mail, waits, and then goes on; a sender who does not wait so long is left in doubt.
   */
  public static Fault delay(Duration delay) {
    return new Fault(Kind.DELAY, At.AFTER_DOT, "", delay, ALWAYS, null);
  }

  /** The same, but it happens only so many times. */
  public Fault times(int count) {
    return new Fault(kind, at, reply, delay, count, recipients);
  }

  /** The same, but only for mails to one of these addresses. */
  public Fault forRecipients(Collection<String> addresses) {
    return forRecipients(Set.copyOf(addresses)::contains);
  }

  /**
   * The same, but only for mails with a recipient the test accepts; it is asked from many threads.
   */
  public Fault forRecipients(Predicate<String> test) {
    if (BEFORE_RECIPIENTS.contains(at)) {
      throw new IllegalArgumentException("no recipient is known at " + at);
    }
    return new Fault(kind, at, reply, delay, times, test);
  }

  boolean concerns(Collection<String> addresses) {
    return recipients == null || addresses.stream().anyMatch(recipients);
  }

  Kind kind() {
    return kind;
  }

  At at() {
    return at;
  }

  String reply() {
    return reply;
  }

  Duration delay() {
    return delay;
  }

  int times() {
    return times;
  }
}
