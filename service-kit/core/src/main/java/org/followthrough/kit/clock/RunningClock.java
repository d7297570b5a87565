package org.followthrough.kit.clock;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Properties;
import org.jboss.logging.Logger;

/**
 * The service clock: real time, or a time that runs at another speed from an agreed point.
 *
 * <p>Services of one stack keep step by reading the same file with {@code real}, {@code virtual}
 * (ISO-8601 instants that belong together) and {@code speed} (virtual seconds per real second, 0
 * stands still). Whoever replaces the file (atomically) sets the time of all of them; it is looked
 * at no more than every {@link #LOOK_INTERVAL}.
 */
public final class RunningClock extends Clock {

  private static final Logger LOG = Logger.getLogger(RunningClock.class);
  static final Duration LOOK_INTERVAL = Duration.ofMillis(50);

  private record Setting(Instant real, Instant virtual, double speed) {
    Instant at(Instant now) {
      if (speed == 1 && real.equals(virtual)) {
        return now;
      }
      double nanos = (double) Duration.between(real, now).toNanos() * speed;
      return virtual.plusNanos(Math.round(nanos));
    }
  }

  private final Clock machine;
  private final Path file;
  private final ZoneId zone;
  private volatile Setting setting;
  private volatile Instant nextLook = Instant.MIN;

  private RunningClock(Clock machine, Path file, ZoneId zone, Setting setting) {
    this.machine = machine;
    this.file = file;
    this.zone = zone;
    this.setting = setting;
  }

  /** Real time. */
  public static RunningClock real(Clock machine) {
    return startingAt(machine, machine.instant(), 1);
  }

  /** Starts at the given instant now, and runs at the given speed. */
  public static RunningClock startingAt(Clock machine, Instant start, double speed) {
    Instant real = speed == 1 && start.equals(machine.instant()) ? start : machine.instant();
    return new RunningClock(machine, null, ZoneOffset.UTC, new Setting(real, start, speed));
  }

  /**
   * Follows the file.
   *
   * @throws UncheckedIOException if the file is not there at the start; later the last setting
   *     holds
   * @throws IllegalArgumentException if it has not all three properties at the start
   */
  public static RunningClock following(Clock machine, Path file) {
    return new RunningClock(machine, file, ZoneOffset.UTC, read(file));
  }

  @Override
  public Instant instant() {
    Instant now = machine.instant();
    if (file != null && now.isAfter(nextLook)) {
      nextLook = now.plus(LOOK_INTERVAL);
      look();
    }
    return setting.at(now);
  }

  // Whoever asks for the time cannot deal with a file that was lost or half written.
  private void look() {
    try {
      setting = read(file);
    } catch (UncheckedIOException | IllegalArgumentException e) {
      LOG.warnf("clock file %s cannot be read, time goes on as before", file);
    }
  }

  @Override
  public ZoneId getZone() {
    return zone;
  }

  @Override
  public Clock withZone(ZoneId other) {
    return new RunningClock(machine, file, other, setting);
  }

  private static Setting read(Path file) {
    var properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException("clock file " + file, e);
    }
    try {
      return new Setting(
          Instant.parse(properties.getProperty("real")),
          Instant.parse(properties.getProperty("virtual")),
          Double.parseDouble(properties.getProperty("speed")));
    } catch (DateTimeException | IllegalArgumentException | NullPointerException e) {
      throw new IllegalArgumentException("clock file " + file + ": real, virtual, speed", e);
    }
  }
}
