package org.followthrough.kit.testing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Listens to some loggers while a test class runs. */
abstract class LogWatch implements BeforeAllCallback, AfterAllCallback {

  private static final Pattern BLOCKED =
      Pattern.compile("has been blocked for (\\d+) ms, time limit is (\\d+) ms");

  private static final Standstills STANDSTILLS = Standstills.watched();

  private static final class Ear extends Handler {
    private final ConcurrentLinkedQueue<String> heard = new ConcurrentLinkedQueue<>();
    private final SimpleFormatter formatter = new SimpleFormatter();

    @Override
    public void publish(LogRecord record) {
      String message = formatter.formatMessage(record);
      if (record.getLevel().intValue() >= Level.WARNING.intValue()
          && !tellsOfAStandstill(message, STANDSTILLS)) {
        heard.add(record.getLevel() + " " + record.getLoggerName() + ": " + message);
      }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }

  private final Ear ear = new Ear();

  // A logger that nobody holds may be collected, and its handlers with it.
  private final List<Logger> loggers;

  LogWatch(String... names) {
    this.loggers = List.of(names).stream().map(Logger::getLogger).toList();
  }

  @Override
  public final void beforeAll(ExtensionContext context) {
    loggers.forEach(logger -> logger.addHandler(ear));
  }

  @Override
  public final void afterAll(ExtensionContext context) {
    loggers.forEach(logger -> logger.removeHandler(ear));
    List<String> complaints = complaints(context, List.copyOf(ear.heard));
    if (!complaints.isEmpty()) {
      throw new AssertionError(String.join("\n", complaints));
    }
  }

  /**
   * Whether a thread that Vert.x found blocked was not, but for as long as the whole process stood
   * still.
   */
  static boolean tellsOfAStandstill(String message, Standstills standstills) {
    Matcher blocked = BLOCKED.matcher(message);
    if (!blocked.find()) {
      return false;
    }
    Duration found = Duration.ofMillis(Long.parseLong(blocked.group(1)));
    Duration limit = Duration.ofMillis(Long.parseLong(blocked.group(2)));
    return found.minus(standstills.during(found)).compareTo(limit) <= 0;
  }

  abstract List<String> complaints(ExtensionContext context, List<String> heard);

  static final class BlockedEventLoops extends LogWatch {
    BlockedEventLoops() {
      super("io.vertx.core.impl.BlockedThreadChecker");
    }

    @Override
    List<String> complaints(ExtensionContext context, List<String> heard) {
      return heard;
    }
  }

  static final class Warnings extends LogWatch {
    Warnings() {
      super("org.followthrough", "io.vertx");
    }

    @Override
    List<String> complaints(ExtensionContext context, List<String> heard) {
      List<Pattern> expected = expected(context).stream().map(Pattern::compile).toList();
      List<String> complaints = new ArrayList<>();
      heard.stream()
          .filter(line -> expected.stream().noneMatch(it -> it.matcher(line).find()))
          .map(line -> "not expected in the log: " + line)
          .forEach(complaints::add);
      expected.stream()
          .filter(it -> heard.stream().noneMatch(line -> it.matcher(line).find()))
          .map(it -> "expected in the log, but did not come: " + it)
          .forEach(complaints::add);
      return complaints;
    }

    private static List<String> expected(ExtensionContext context) {
      return Optional.ofNullable(context.getRequiredTestClass().getAnnotation(QuietLog.class))
          .map(annotation -> List.of(annotation.expected()))
          .orElse(List.of());
    }
  }
}
