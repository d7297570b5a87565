package org.followthrough.reminder.mail;

import java.util.Set;

/**
 * What became of one attempt to hand a mail to the relay.
 *
 * @param reason a code such as {@code smtp-550} or {@code connection}; null where accepted
 */
public record Verdict(Outcome outcome, String reason) {

  /** The four ways it can end. */
  public enum Outcome {
    /** The relay has it. */
    ACCEPTED,
    /** The relay does not have it, and may take it later. */
    DEFERRED,
    /** The relay does not have it and never will. */
    FAILED,
    /** The final dot left, and no answer came back. */
    IN_DOUBT
  }

  private static final Verdict ACCEPTED = new Verdict(Outcome.ACCEPTED, null);
  static final String UNREACHABLE = "relay-unreachable";
  static final String LOGIN_REFUSED = "relay-login";
  static final String STOPPING = "stopping";
  static final String WAITED_TOO_LONG = "waited-too-long";
  private static final Set<String> RELAY = Set.of(UNREACHABLE, LOGIN_REFUSED);
  private static final Set<String> UNTRIED =
      Set.of(UNREACHABLE, LOGIN_REFUSED, STOPPING, WAITED_TOO_LONG);

  public static Verdict accepted() {
    return ACCEPTED;
  }

  public static Verdict deferred(String reason) {
    return new Verdict(Outcome.DEFERRED, reason);
  }

  public static Verdict failed(String reason) {
    return new Verdict(Outcome.FAILED, reason);
  }

  public static Verdict inDoubt(String reason) {
    return new Verdict(Outcome.IN_DOUBT, reason);
  }

  /** Says that the relay never looked at the mail: it is no attempt, and says nothing about it. */
  public boolean isUntried() {
    return outcome == Outcome.DEFERRED && UNTRIED.contains(reason);
  }

  /** Says that no mail can be sent now, whoever it is to. */
  public boolean isRelayUnreachable() {
    return outcome == Outcome.DEFERRED && RELAY.contains(reason);
  }
}
