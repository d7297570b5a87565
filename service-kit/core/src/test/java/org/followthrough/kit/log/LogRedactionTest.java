package org.followthrough.kit.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.logging.Level;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LogRedactionTest {
  private static final String TOKEN =
      "v1.k1.AY8-WnoQfBGaAQAAAAAAAQGPPlp6EHwRmgEAAAAAAABqAAAA.dGhlIG1hYyBoYXMgMTYgYg";
  private static final String SECRET = "0123456789012345678901234567890123456789012";

  private final LogRedaction redaction = new LogRedaction();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "HTTP Request to /q/" + TOKEN + "/B failed | HTTP Request to /q/v1.k1.[link]/B failed",
        "url=https://x.example/plan/"
            + TOKEN
            + "?a=1 | url=https://x.example/plan/v1.k1.[link]?a=1",
        "cut short v1.k1.AY8-WnoQfBGaAQAAAAAAAQ | cut short v1.k1.[link]",
        "key ft_abcdefghij_" + SECRET + " is unknown | key ft_abcdefghij_[secret] is unknown",
        "Illegal address in string ``anna.o'neil+x@corp.example.com'' | Illegal address in string"
            + " ``[address]''",
        "to=<jörg@bücher.example>, 550 | to=<[address]>, 550",
        "Key (organization_id, email)=(7, a (b) c) already exists. | Key (organization_id,"
            + " email)=([values]) already exists.",
        "Failing row contains (1, Anna, null). | Failing row contains ([values]).",
      })
  void secretShouldNotReachTheLog(String logged, String kept) {
    assertThat(written(record(logged))).isEqualTo(kept);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "outbox waits, nothing is lost: java.util.concurrent.TimeoutException",
        "kafka 1@127.0.0.1:9093 in 0.1.0-SNAPSHOT, java.lang.Object@1f2e3d",
        "dead letter enrollment.people.v1-3-12 on channel people",
        "enrollment 018f3a5e-7a10-7c11-9a01-0000000000aa, type enrollment.CourseCompleted.v1",
        "postgresql://followthrough@localhost:5432/things",
        "100% of {0} %s",
      })
  void allElseShouldStayAsItIs(String logged) {
    assertThat(written(record(logged))).isEqualTo(logged);
  }

  @Test
  void parametersShouldBeRedactedToo() {
    ExtLogRecord record =
        new ExtLogRecord(
            Level.INFO, "mail to %s, %d of 3", ExtLogRecord.FormatStyle.PRINTF, "test");
    record.setParameters(new Object[] {"anna@x.example", 2});

    assertThat(written(record)).isEqualTo("mail to [address], 2 of 3");
  }

  @Test
  void exceptionShouldKeepItsPlaceAndLoseItsSecrets() {
    var cause = new IllegalStateException("Key (email)=(anna) already exists");
    cause.initCause(new IllegalArgumentException("again", cause));
    ExtLogRecord record = record("failed");
    record.setThrown(new RuntimeException("of anna@x.example", cause));
    record.getThrown().addSuppressed(new RuntimeException("closing " + TOKEN));

    String written = written(record, "%s%e");

    assertThat(written)
        .contains("java.lang.RuntimeException: of [address]")
        .contains("Caused by: java.lang.IllegalStateException: Key (email)=([values]) already")
        .contains("Caused by: java.lang.IllegalArgumentException: again")
        .contains("closing v1.k1.[link]")
        .contains("LogRedactionTest.exceptionShouldKeepItsPlaceAndLoseItsSecrets")
        .doesNotContain("anna");
  }

  @Test
  void longTextShouldCostItsLength() {
    for (String part : new String[] {"a", "a.", "v1.", "ft_", "Key (", "Key (a)=(", "a@b.", "1-"}) {
      String text = part.repeat(50_000);
      assertTimeoutPreemptively(
          Duration.ofMinutes(5), () -> assertThat(costOf(text)).isLessThan(10_000_000_000L), part);
    }
  }

  /** In nanoseconds of this thread's work, in which a machine that stands still does not count. */
  private long costOf(String text) {
    long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    assertThat(written(record(text))).hasSizeLessThanOrEqualTo(text.length());
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before;
  }

  private String written(ExtLogRecord record) {
    return written(record, "%s");
  }

  private String written(ExtLogRecord record, String pattern) {
    assertThat(redaction.isLoggable(record)).isTrue();
    return new PatternFormatter(pattern).format(record);
  }

  private static ExtLogRecord record(String message) {
    return new ExtLogRecord(Level.INFO, message, ExtLogRecord.FormatStyle.NO_FORMAT, "test");
  }
}
