package org.followthrough.bench.bed;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Waiting that ends. */
public final class Patience {

  private final String what;
  private final long end;

  public Patience(String what, Duration limit) {
    this.what = what;
    this.end = System.nanoTime() + limit.toNanos();
  }

  /**
   * Waits a little.
   *
   * @throws IllegalStateException once the limit is over
   */
  public void lookAgainIn(Duration pause) {
    if (System.nanoTime() > end) {
      throw new IllegalStateException("waited too long: " + what);
    }
    LockSupport.parkNanos(pause.toNanos());
  }
}
