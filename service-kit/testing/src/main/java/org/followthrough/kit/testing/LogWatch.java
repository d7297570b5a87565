package org.followthrough.kit.testing;

import static org.junit.platform.commons.support.AnnotationSupport.findAnnotatedMethods;
import static org.junit.platform.commons.support.HierarchyTraversalMode.TOP_DOWN;

import java.lang.reflect.Method;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.annotation.Testable;

/**
 * Listens to some loggers while a test class runs. What they say fails the test that runs, rather
 * than the class: a test can be asked again.
 */
abstract class LogWatch implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {

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
  private final List<String> all = new ArrayList<>();
  private final Set<Method> tests = new HashSet<>();

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
  public final void afterEach(ExtensionContext context) {
    tests.add(context.getRequiredTestMethod());
    complain(unexpected(context, latest()));
  }

  @Override
  public final void afterAll(ExtensionContext context) {
    loggers.forEach(logger -> logger.removeHandler(ear));
    List<String> complaints = new ArrayList<>(unexpected(context, latest()));
    // One test that is asked again need not say what another one does.
    if (tests.containsAll(
        findAnnotatedMethods(context.getRequiredTestClass(), Testable.class, TOP_DOWN))) {
      complaints.addAll(missing(context, all));
    }
    complain(complaints);
  }

  private List<String> latest() {
    List<String> latest = new ArrayList<>();
    for (String line = ear.heard.poll(); line != null; line = ear.heard.poll()) {
      latest.add(line);
    }
    all.addAll(latest);
    return latest;
  }

  private static void complain(List<String> complaints) {
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

  /** Complaints of what was heard and should not have been. */
  abstract List<String> unexpected(ExtensionContext context, List<String> heard);

  /** Complaints of what should have been heard in the whole class and was not. */
  abstract List<String> missing(ExtensionContext context, List<String> heard);

  static final class BlockedEventLoops extends LogWatch {
    BlockedEventLoops() {
      super("io.vertx.core.impl.BlockedThreadChecker");
    }

    @Override
    List<String> unexpected(ExtensionContext context, List<String> heard) {
      return heard;
    }

    @Override
    List<String> missing(ExtensionContext context, List<String> heard) {
      return List.of();
    }
  }

  static final class Warnings extends LogWatch {
    Warnings() {
      super("org.followthrough", "io.vertx");
    }

    @Override
    List<String> unexpected(ExtensionContext context, List<String> heard) {
      List<Pattern> expected = expected(context);
      return heard.stream()
          .filter(line -> expected.stream().noneMatch(it -> it.matcher(line).find()))
          .map(line -> "not expected in the log: " + line)
          .toList();
    }

    @Override
    List<String> missing(ExtensionContext context, List<String> heard) {
      return expected(context).stream()
          .filter(it -> heard.stream().noneMatch(line -> it.matcher(line).find()))
          .map(it -> "expected in the log, but did not come: " + it)
          .toList();
    }

    private static List<Pattern> expected(ExtensionContext context) {
      return Optional.ofNullable(context.getRequiredTestClass().getAnnotation(QuietLog.class))
          .map(annotation -> Stream.of(annotation.expected()).map(Pattern::compile).toList())
          .orElse(List.of());
    }
  }
}
