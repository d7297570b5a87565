package org.followthrough.kit.log;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/** Prints like the throwable it stands for, with its messages redacted. */
final class RedactedThrowable extends Throwable {
  private static final long serialVersionUID = 1L;

  private final String text;

  private RedactedThrowable(Throwable original, Set<Throwable> seen) {
    super(null, cause(original, seen), true, true);
    this.text = Redaction.of(original.toString());
    setStackTrace(original.getStackTrace());
    for (Throwable suppressed : original.getSuppressed()) {
      if (seen.add(suppressed)) {
        addSuppressed(new RedactedThrowable(suppressed, seen));
      }
    }
  }

  static RedactedThrowable of(Throwable original) {
    Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    seen.add(original);
    return new RedactedThrowable(original, seen);
  }

  private static Throwable cause(Throwable original, Set<Throwable> seen) {
    Throwable cause = original.getCause();
    return cause != null && seen.add(cause) ? new RedactedThrowable(cause, seen) : null;
  }

  @Override
  public String toString() {
    return text;
  }
}
