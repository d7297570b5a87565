package org.followthrough.kit.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunningClockTest {
  private static final Instant REAL = Instant.parse("2026-11-23T04:00:00Z");
  private static final Instant START = Instant.parse("2027-01-04T08:00:00Z");

  /** The machine's time, under our control. */
  private Instant now = REAL;

  private final InstantSource machineTime = () -> now;
  private final Clock machine = machineTime.withZone(ZoneOffset.UTC);
  @TempDir private Path directory;

  @Test
  void realClockShouldShowRealTime() {
    Clock clock = RunningClock.real(machine);
    advance(Duration.ofNanos(1_234_567));

    assertThat(clock.instant()).isEqualTo(machine.instant());
  }

  @Test
  void startedClockShouldRunAtItsSpeed() {
    Clock clock = RunningClock.startingAt(machine, START, 86_400);
    assertThat(clock.instant()).isEqualTo(START);

    advance(Duration.ofMillis(1_500));

    assertThat(clock.instant()).isEqualTo(START.plus(Duration.ofHours(36)));
  }

  @Test
  void startedClockShouldRunAtRealSpeedToo() {
    Clock clock = RunningClock.startingAt(machine, START, 1);
    advance(Duration.ofDays(400));

    assertThat(clock.instant()).isEqualTo(START.plus(Duration.ofDays(400)));
  }

  @Test
  void clockOfSpeedZeroShouldStandStill() {
    Clock clock = RunningClock.startingAt(machine, START, 0);
    advance(Duration.ofDays(3));

    assertThat(clock.instant()).isEqualTo(START);
  }

  @Test
  void followersShouldKeepStep() throws IOException {
    Path file = write(REAL, START, 3_600);
    advance(Duration.ofSeconds(10));
    Clock first = RunningClock.following(machine, file);
    advance(Duration.ofSeconds(5));
    Clock second = RunningClock.following(machine, file);

    assertThat(first.instant()).isEqualTo(START.plus(Duration.ofHours(15)));
    assertThat(second.instant()).isEqualTo(first.instant());
    assertThat(first.withZone(ZoneId.of("Europe/Berlin")).instant()).isEqualTo(first.instant());
  }

  @Test
  void changeOfTheFileShouldBeSeen() throws IOException {
    Clock clock = RunningClock.following(machine, write(REAL, START, 1));
    assertThat(clock.instant()).isEqualTo(START);

    write(REAL, START.plus(Duration.ofDays(90)), 0);
    assertThat(clock.instant()).as("not looked at yet").isEqualTo(START);
    advance(RunningClock.LOOK_INTERVAL.plusMillis(1));

    assertThat(clock.instant()).isEqualTo(START.plus(Duration.ofDays(90)));
  }

  @Test
  void lostOrBrokenFileShouldNotStopTheClock() throws IOException {
    Path file = write(REAL, START, 1);
    Clock clock = RunningClock.following(machine, file);
    Files.delete(file);
    advance(Duration.ofSeconds(1));
    assertThat(clock.instant()).isEqualTo(START.plusSeconds(1));

    Files.writeString(file, "real=yesterday\n");
    advance(Duration.ofSeconds(1));
    assertThat(clock.instant()).isEqualTo(START.plusSeconds(2));

    write(REAL, START.plusSeconds(100), 1);
    advance(Duration.ofSeconds(1));
    assertThat(clock.instant()).isEqualTo(START.plusSeconds(103));
  }

  @Test
  void fileShouldBeThereAtTheStart() throws IOException {
    assertThatThrownBy(() -> RunningClock.following(machine, directory.resolve("none")))
        .isInstanceOf(UncheckedIOException.class);
    Path broken = Files.writeString(directory.resolve("broken"), "real=yesterday\n");
    assertThatThrownBy(() -> RunningClock.following(machine, broken))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("broken");
  }

  private void advance(Duration duration) {
    now = now.plus(duration);
  }

  private Path write(Instant real, Instant virtual, double speed) throws IOException {
    return Files.writeString(
        directory.resolve("clock"),
        "real=%s%nvirtual=%s%nspeed=%s%n".formatted(real, virtual, speed));
  }
}
