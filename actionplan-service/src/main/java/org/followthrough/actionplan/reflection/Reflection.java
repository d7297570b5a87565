package org.followthrough.actionplan.reflection;

import java.time.Instant;

/** What a learner takes from the course (LEAP 2). */
public record Reflection(String learnt, String whereUsed, Instant capturedAt) {

  /** Whether both say the same, whenever it was said. */
  public boolean saysTheSameAs(Reflection other) {
    return learnt.equals(other.learnt) && whereUsed.equals(other.whereUsed);
  }
}
