package org.followthrough.local;

import java.util.ArrayDeque;
import java.util.Deque;

/** Closes what was opened, the latest first; what comes too late is closed at once. */
final class Closing implements AutoCloseable {

  private final Deque<AutoCloseable> opened = new ArrayDeque<>();
  private boolean closed;

  synchronized void add(AutoCloseable part) {
    if (closed) {
      close(part);
    } else {
      opened.push(part);
    }
  }

  synchronized boolean begun() {
    return closed;
  }

  @Override
  public void close() {
    synchronized (this) {
      closed = true;
    }
    opened.forEach(Closing::close);
  }

  private static void close(AutoCloseable part) {
    try {
      part.close();
    } catch (Exception e) {
      System.err.println("did not stop cleanly: " + e);
    }
  }
}
