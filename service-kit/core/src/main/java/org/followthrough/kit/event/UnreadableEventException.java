package org.followthrough.kit.event;

/** A record that can never be understood, however often it is tried; its message is safe to log. */
public final class UnreadableEventException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public UnreadableEventException(String message, Throwable cause) {
    super(message, cause);
  }
}
