package org.followthrough.booster.answer;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import org.followthrough.kit.testing.SettableClock;

/** The clock on the wall, as tests set it; nobody sleeps for the seconds a reader takes. */
@Singleton
public class TestMachineTime {

  private final SettableClock clock = new SettableClock(Instant.parse("2026-06-01T10:00:00Z"));

  @Produces
  @Alternative
  @Priority(1)
  @Singleton
  @MachineTime
  SettableClock machineTime() {
    return clock;
  }

  public void pass(Duration duration) {
    clock.advance(duration);
  }
}
