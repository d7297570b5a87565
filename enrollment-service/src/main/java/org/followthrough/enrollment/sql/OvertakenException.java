package org.followthrough.enrollment.sql;

/** Another transaction came first; doing the whole transaction again succeeds. */
public final class OvertakenException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public OvertakenException() {
    super("another transaction came first", null, false, false);
  }
}
