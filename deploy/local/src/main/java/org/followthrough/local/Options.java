package org.followthrough.local;

import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * What {@code deploy/up} was asked for.
 *
 * @param sample whether to play the sample organization
 * @param speed virtual seconds per real second; 1 is real time
 * @param start where the clock begins, if the data directory does not know already
 * @param fresh whether to wipe the data directory first
 * @param data where everything is kept
 * @param port of the front door
 */
public record Options(
    boolean sample, double speed, Optional<Instant> start, boolean fresh, Path data, int port) {

  /** Half a minute of real time is a fortnight: three months pass in three minutes. */
  static final double SAMPLE_SPEED = 43_200;

  static final String USAGE =
      """
      Usage: deploy/up [flags]
        --empty          no sample data; an API key is printed and written to DIR/api-key
        --speed N        virtual seconds per real second: 1 is real time, 86400 a day a second
                         (default 43200 with the sample organization, 1 with --empty)
        --start INSTANT  where the clock begins, e.g. 2027-01-04T06:00:00Z
        --fresh          wipe the data directory first
        --data DIR       where data and logs are kept (default .local)
        --port N         port of the front door (default 8080)
        --help           this text
      """;

  /** A flag that makes no sense; the message says which and what is expected. */
  public static final class Misused extends Exception {
    private static final long serialVersionUID = 1L;

    Misused(String message) {
      super(message);
    }
  }

  /**
   * Reads the command line.
   *
   * @throws Misused naming the flag at fault
   */
  public static Options parse(List<String> arguments) throws Misused {
    boolean sample = true;
    boolean fresh = false;
    Optional<Double> speed = Optional.empty();
    Optional<Instant> start = Optional.empty();
    Path data = Path.of(".local");
    int port = 8080;
    for (Iterator<String> rest = arguments.iterator(); rest.hasNext(); ) {
      String flag = rest.next();
      switch (flag) {
        case "--empty" -> sample = false;
        case "--fresh" -> fresh = true;
        case "--speed" -> speed = Optional.of(speed(value(flag, rest)));
        case "--start" -> start = Optional.of(instant(value(flag, rest)));
        case "--data" -> data = Path.of(value(flag, rest));
        case "--port" -> port = port(value(flag, rest));
        default -> throw new Misused("unknown flag " + flag);
      }
    }
    return new Options(
        sample,
        speed.orElse(sample ? SAMPLE_SPEED : 1),
        start,
        fresh,
        data.toAbsolutePath().normalize(),
        port);
  }

  private static String value(String flag, Iterator<String> rest) throws Misused {
    if (!rest.hasNext()) {
      throw new Misused(flag + " needs a value");
    }
    return rest.next();
  }

  private static double speed(String text) throws Misused {
    try {
      double speed = Double.parseDouble(text);
      if (speed >= 0 && speed <= 10_000_000) {
        return speed;
      }
    } catch (NumberFormatException e) {
      throw new Misused("--speed needs a number, not " + text);
    }
    throw new Misused("--speed goes from 0 to 10000000");
  }

  private static Instant instant(String text) throws Misused {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw new Misused("--start needs an instant such as 2027-01-04T06:00:00Z, not " + text);
    }
  }

  private static int port(String text) throws Misused {
    try {
      int port = Integer.parseInt(text);
      if (port >= 1 && port <= 65_535) {
        return port;
      }
    } catch (NumberFormatException e) {
      throw new Misused("--port needs a number, not " + text);
    }
    throw new Misused("--port goes from 1 to 65535");
  }
}
