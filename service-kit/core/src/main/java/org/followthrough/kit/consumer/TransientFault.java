package org.followthrough.kit.consumer;

import java.util.Optional;

/**
 * Tells faults of the infrastructure, which pass, from faults of the event, which do not. An event
 * is retried in place for as long as the first, and goes to the dead letters for the second.
 */
public interface TransientFault {
  /** Whether this very exception, without regard to its cause, is of the kind that passes. */
  boolean isTransient(Throwable fault);

  /**
   * Whether this very exception, without regard to its cause, comes again however often the event
   * is tried. What is neither gets a few more tries, since two writers may just have met.
   */
  default boolean isPermanent(Throwable fault) {
    return false;
  }

  /** A code that tells what went wrong without a part of the payload, such as an SQLSTATE. */
  default Optional<String> code(Throwable fault) {
    return Optional.empty();
  }
}
