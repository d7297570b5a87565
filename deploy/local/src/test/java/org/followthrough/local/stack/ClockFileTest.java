package org.followthrough.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.followthrough.kit.clock.RunningClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClockFileTest {

  private static final Instant START = Instant.parse("2027-01-04T05:00:00Z");

  @TempDir private Path directory;
  private final HandSetClock machine = new HandSetClock();
  private Path file;

  @BeforeEach
  void nameFile() {
    file = directory.resolve("clock.properties");
  }

  @Test
  void nowShouldRunAtTheSpeedSetWhenRealTimePasses() {
    ClockFile clock = ClockFile.open(file, machine, START, 43_200);

    machine.advance(Duration.ofSeconds(2));

    assertThat(clock.now()).isEqualTo(START.plus(Duration.ofDays(1)));
  }

  @Test
  void nowShouldNotJumpWhenTheSpeedChanges() {
    ClockFile clock = ClockFile.open(file, machine, START, 43_200);
    machine.advance(Duration.ofSeconds(2));

    clock.runAt(0);
    machine.advance(Duration.ofHours(1));

    assertThat(clock.now()).isEqualTo(START.plus(Duration.ofDays(1)));
    assertThat(clock.speed()).isZero();
  }

  @Test
  void jumpToShouldNeverGoBack() {
    ClockFile clock = ClockFile.open(file, machine, START, 0);

    clock.jumpTo(START.plusSeconds(60));
    clock.jumpTo(START);

    assertThat(clock.now()).isEqualTo(START.plusSeconds(60));
  }

  @Test
  void openShouldGoOnWhereTheStackStoppedWhenItWasDown() {
    ClockFile before = ClockFile.open(file, machine, START, 60);
    machine.advance(Duration.ofSeconds(10));
    before.keep();
    machine.advance(Duration.ofDays(3));

    ClockFile after = ClockFile.open(file, machine, Instant.EPOCH, 0);

    assertThat(after.now()).isEqualTo(START.plusSeconds(600));
  }

  @Test
  void servicesShouldReadTheSameTimeFromTheFile() {
    ClockFile clock = ClockFile.open(file, machine, START, 43_200);
    RunningClock service = RunningClock.following(machine, file);

    machine.advance(Duration.ofMillis(1_234));
    assertThat(service.instant()).isEqualTo(clock.now());

    clock.jumpTo(START.plus(Duration.ofDays(90)));
    machine.advance(Duration.ofMillis(60));
    assertThat(service.instant()).isEqualTo(clock.now());
  }

  private static final class HandSetClock extends Clock {
    private Instant now = Instant.parse("2026-05-01T12:00:00Z");

    void advance(Duration by) {
      now = now.plus(by);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
