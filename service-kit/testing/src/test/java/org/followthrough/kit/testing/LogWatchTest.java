package org.followthrough.kit.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;
import org.junit.platform.launcher.listeners.TestExecutionSummary.Failure;

/** Runs test classes that log, and sees which of them fail. */
class LogWatchTest {
  private static final Logger KIT = Logger.getLogger("org.followthrough.kit.Sample");
  private static final Logger CHECKER = Logger.getLogger("io.vertx.core.impl.BlockedThreadChecker");

  @QuietLog
  static class LogsNothing {
    @Test
    void test() {
      KIT.log(Level.FINE, "all is well");
    }
  }

  @QuietLog
  static class LogsAWarning {
    @Test
    void test() {
      KIT.log(Level.WARNING, "something is wrong");
    }
  }

  @QuietLog(expected = "is wrong")
  static class LogsAnExpectedWarning {
    @Test
    void test() {
      KIT.log(Level.WARNING, "something is wrong");
    }
  }

  @QuietLog(expected = "is wrong")
  static class LogsNothingThoughExpected {
    @Test
    void test() {
      KIT.log(Level.FINE, "all is well");
    }
  }

  @QuietLog(expected = "is wrong")
  static class LogsInOneTestOfTwo {
    @Test
    void loud() {
      KIT.log(Level.WARNING, "something is wrong");
    }

    @Test
    void quiet() {
      KIT.log(Level.FINE, "all is well");
    }
  }

  @NoBlockedEventLoop
  static class BlocksAnEventLoop {
    @Test
    void test() {
      CHECKER.log(Level.WARNING, "Thread has been blocked for 2001 ms");
    }
  }

  @NoBlockedEventLoop
  static class BlocksNothing {
    @Test
    void test() {
      KIT.log(Level.WARNING, "no matter here");
    }
  }

  @Test
  void quietClassesShouldPass() {
    assertThat(failures(LogsNothing.class)).isEmpty();
    assertThat(failures(LogsAnExpectedWarning.class)).isEmpty();
    assertThat(failures(BlocksNothing.class)).isEmpty();
  }

  @Test
  void warningShouldFail() {
    assertThat(failures(LogsAWarning.class))
        .singleElement()
        .asString()
        .contains("not expected")
        .contains("something is wrong");
  }

  @Test
  void expectedWarningThatDoesNotComeShouldFailTheClass() {
    assertThat(failures(LogsNothingThoughExpected.class))
        .singleElement()
        .asString()
        .contains("did not come");
  }

  @Test
  void oneTestThatIsAskedAgainShouldNotHaveToSayWhatAnotherSays() {
    assertThat(failures(LogsInOneTestOfTwo.class)).isEmpty();
    assertThat(failures(DiscoverySelectors.selectMethod(LogsInOneTestOfTwo.class, "quiet")))
        .isEmpty();
  }

  @Test
  void warningShouldFailTheTestRatherThanTheClass() {
    assertThat(summary(DiscoverySelectors.selectClass(LogsAWarning.class)).getTestsFailedCount())
        .isEqualTo(1);
  }

  @Test
  void blockedEventLoopShouldFailTheTest() {
    assertThat(failures(BlocksAnEventLoop.class)).singleElement().asString().contains("2001 ms");
  }

  @Test
  void standstillOfTheWholeProcessShouldNotCountAsBlocked() {
    AtomicLong time = new AtomicLong();
    Standstills standstills = new Standstills(time::get);
    time.addAndGet(Standstills.BEAT.toNanos());
    standstills.beat();
    time.addAndGet(Standstills.BEAT.plusSeconds(3).toNanos());

    assertThat(LogWatch.tellsOfAStandstill(blocked(5_000), standstills)).isTrue();
    assertThat(LogWatch.tellsOfAStandstill(blocked(5_001), standstills)).isFalse();
  }

  @Test
  void beatsInTimeShouldNotBeAStandstill() {
    AtomicLong time = new AtomicLong();
    Standstills standstills = new Standstills(time::get);
    for (int beat = 0; beat < 100; beat++) {
      time.addAndGet(Standstills.BEAT.multipliedBy(2).toNanos());
      standstills.beat();
    }

    assertThat(LogWatch.tellsOfAStandstill(blocked(2_001), standstills)).isFalse();
  }

  private static String blocked(int millis) {
    return "Thread Thread[vert.x-eventloop-thread-0,5,main] has been blocked for "
        + millis
        + " ms, time limit is 2000 ms";
  }

  private static List<String> failures(Class<?> testClass) {
    return failures(DiscoverySelectors.selectClass(testClass));
  }

  private static List<String> failures(DiscoverySelector selector) {
    return summary(selector).getFailures().stream()
        .map(Failure::getException)
        .map(Throwable::getMessage)
        .toList();
  }

  private static TestExecutionSummary summary(DiscoverySelector selector) {
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request().selectors(selector).build();
    SummaryGeneratingListener listener = new SummaryGeneratingListener();
    LauncherFactory.create().execute(request, listener);
    return listener.getSummary();
  }
}
