package org.followthrough.reminder.mail;

import java.time.Duration;

/**
 * Where the relay is and how to talk to it.
 *
 * @param startTls whether STARTTLS is never used, used when offered, or demanded
 * @param username null where the relay wants no login
 */
public record SmtpSettings(
    String host,
    int port,
    String helo,
    StartTls startTls,
    boolean implicitTls,
    String username,
    String password,
    int connections,
    int queue,
    Duration connectTimeout,
    Duration commandTimeout,
    Duration finalDotTimeout) {

  /** Whether a connection is made private. */
  public enum StartTls {
    DISABLED,
    OPTIONAL,
    REQUIRED
  }

  @Override
  public String toString() {
    return "relay " + host + ":" + port;
  }
}
