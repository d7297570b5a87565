package org.followthrough.local.stack;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Properties;

/**
 * The clock all services of a stack share: a small file that says which real and virtual instants
 * belong together and how fast virtual time runs. Replaced atomically, so no reader sees half.
 */
public final class ClockFile {

  private final Path file;
  private final Clock machine;
  private volatile Instant real;
  private volatile Instant virtual;
  private volatile double speed;

  private ClockFile(Path file, Clock machine, Instant virtual, double speed) {
    this.file = file;
    this.machine = machine;
    this.real = machine.instant();
    this.virtual = virtual;
    this.speed = speed;
  }

  /**
   * Opens or makes the file. A stack that was stopped goes on at the virtual time it had reached;
   * the time it was down does not count.
   */
  public static ClockFile open(Path file, Clock machine, Instant start, double speed) {
    Instant virtual = Files.exists(file) ? reached(file) : start;
    var clock = new ClockFile(file, machine, virtual, speed);
    clock.write();
    return clock;
  }

  public Path path() {
    return file;
  }

  /** What time it is in the stack. */
  public synchronized Instant now() {
    double nanos = (double) Duration.between(real, machine.instant()).toNanos() * speed;
    return virtual.plusNanos(Math.round(nanos));
  }

  public synchronized double speed() {
    return speed;
  }

  /** Goes on from now at another speed; 0 stands still. */
  public synchronized void runAt(double newSpeed) {
    move(now(), newSpeed);
  }

  /** Jumps; time never runs backwards. */
  public synchronized void jumpTo(Instant instant) {
    Instant now = now();
    move(instant.isAfter(now) ? instant : now, speed);
  }

  /** Notes how far time has come, for the next start. */
  public synchronized void keep() {
    move(now(), speed);
  }

  private void move(Instant newVirtual, double newSpeed) {
    virtual = newVirtual;
    speed = newSpeed;
    real = machine.instant();
    write();
  }

  private void write() {
    var text = "real=" + real + "\nvirtual=" + virtual + "\nspeed=" + speed + "\n";
    try {
      Path draft = file.resolveSibling(file.getFileName() + ".new");
      Files.writeString(draft, text);
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the clock file " + file, e);
    }
  }

  private static Instant reached(Path file) {
    var properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the clock file " + file, e);
    }
    return Instant.parse(properties.getProperty("virtual"));
  }
}
