package org.followthrough.reminder.journey;

import java.util.Comparator;

/** A section of the facts that is known as of a version of its source. */
interface Versioned {

  long version();

  /** The newer one; either may be null. The same whichever comes first. */
  static <T extends Versioned> T newer(T a, T b) {
    if (a == null || b == null) {
      return a == null ? b : a;
    }
    // A source that reuses a version is broken; even then the order of arrival must not decide.
    Comparator<T> order =
        Comparator.<T>comparingLong(Versioned::version).thenComparing(Object::toString);
    return order.compare(a, b) >= 0 ? a : b;
  }
}
