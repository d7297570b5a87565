package org.followthrough.kit.consumer;

/**
 * Tells faults of the infrastructure, which pass, from faults of the event, which do not. An event
 * is retried in place for as long as the first, and goes to the dead letters for the second.
 */
public interface TransientFault {
  /** Whether this very exception, without regard to its cause, is of the kind that passes. */
  boolean isTransient(Throwable fault);
}
