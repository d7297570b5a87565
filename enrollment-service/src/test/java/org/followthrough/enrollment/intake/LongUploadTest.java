package org.followthrough.enrollment.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Enumeration;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.followthrough.enrollment.HrEventText;
import org.followthrough.enrollment.Tenant;
import org.followthrough.enrollment.TestDatabase;
import org.followthrough.kit.testing.NoBlockedEventLoop;
import org.followthrough.kit.testing.QuietLog;
import org.followthrough.kit.testing.WithStack;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuietLog
@NoBlockedEventLoop
@WithStack(parts = "kafka, postgres", databases = "enrollment")
class LongUploadTest {

  private static final int EVENTS = 20_000;
  // 40 MB in all: more than the buffers between client and service can hold.
  private static final String PADDING = " ".repeat(2_000) + "\n";
  private static final Instant MONDAY = Instant.parse("2027-01-04T09:00:00Z");

  @TestHTTPResource("/v1/hr-events")
  URI address;

  /** Makes the lines as they are asked for, and remembers how far ahead of the answer it got. */
  private static final class Lines implements Enumeration<InputStream> {
    private volatile int made;

    @Override
    public boolean hasMoreElements() {
      return made < EVENTS;
    }

    @Override
    public InputStream nextElement() {
      if (!hasMoreElements()) {
        throw new NoSuchElementException();
      }
      int n = made;
      made = n + 1;
      String text =
          HrEventText.enrolled("e-" + n, MONDAY, "E-" + n % 5_000, "c-" + n % 7, "k").text();
      return new ByteArrayInputStream((text + PADDING).getBytes(StandardCharsets.UTF_8));
    }
  }

  private CompletableFuture<HttpResponse<String>> upload(Tenant tenant, Lines lines) {
    InputStream body = new SequenceInputStream(lines);
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .header("Authorization", "Bearer " + tenant.key())
            .header("Content-Type", "application/x-ndjson")
            .POST(HttpRequest.BodyPublishers.ofInputStream(() -> body))
            .build();
    HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    return client.sendAsync(request, HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void uploadOfAnyLengthShouldBeStoredOnce() throws Exception {
    Tenant tenant = Tenant.created();

    assertThat(upload(tenant, new Lines()).get().body())
        .isEqualTo("{\"accepted\":20000,\"duplicates\":0,\"rejected\":[]}");

    assertThat(upload(tenant, new Lines()).get().body())
        .isEqualTo("{\"accepted\":0,\"duplicates\":20000,\"rejected\":[]}");
  }

  @Test
  void senderShouldBeHeldWhileNothingCanBeStored() throws Exception {
    Tenant tenant = Tenant.created();
    Lines lines = new Lines();
    CompletableFuture<HttpResponse<String>> answer;
    try (Connection blocker = TestDatabase.connect();
        Statement statement = blocker.createStatement()) {
      blocker.setAutoCommit(false);
      statement.execute("LOCK TABLE hr_events IN ACCESS EXCLUSIVE MODE");
      answer = upload(tenant, lines);
      await()
          .atMost(Duration.ofSeconds(60))
          .during(Duration.ofSeconds(1))
          .until(() -> lines.made, new Standstill());
      assertThat(lines.made).isLessThan(EVENTS / 2);
      assertThat(answer).isNotDone();
      blocker.rollback();
    }
    assertThat(answer.get().body())
        .isEqualTo("{\"accepted\":20000,\"duplicates\":0,\"rejected\":[]}");
  }

  /** Holds while a number that once was above zero does not grow. */
  private static final class Standstill implements Predicate<Integer> {
    private int before;

    @Override
    public boolean test(Integer now) {
      boolean still = now > 0 && now == before;
      before = now;
      return still;
    }
  }
}
