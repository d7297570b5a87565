package org.followthrough.reminder.dispatch;

import java.time.Instant;
import java.time.LocalDate;
import org.followthrough.reminder.mail.Recipient;

/** What happens to a due touch. */
sealed interface Decision {

  /** It goes out now. */
  record Send(Recipient recipient) implements Decision {}

  /** It waits. */
  record Postpone(Instant until, LocalDate localDate, String reason) implements Decision {}

  /** It does not go out, and stays visible with its reason. */
  record Suppress(String reason) implements Decision {}

  /** It is too late for it. */
  record Expire(String reason) implements Decision {}
}
