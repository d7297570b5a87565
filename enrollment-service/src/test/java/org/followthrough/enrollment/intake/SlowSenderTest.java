package org.followthrough.enrollment.intake;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.followthrough.enrollment.HrEventText;
import org.followthrough.enrollment.Tenant;
import org.followthrough.kit.testing.QuietLog;
import org.followthrough.kit.testing.WithStack;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Senders that do not send all at once. */
@QuarkusTest
@QuietLog
@WithStack(parts = "kafka, postgres", databases = "enrollment")
class SlowSenderTest {

  private static final Instant MONDAY = Instant.parse("2027-01-04T09:00:00Z");
  private static final int PATIENCE_MILLIS = 60_000;

  @TestHTTPResource("/v1/hr-events")
  URI address;

  private Tenant tenant;

  @BeforeEach
  void create() {
    tenant = Tenant.created();
  }

  private static String line(int n) {
    return HrEventText.person("e-" + n, MONDAY, "E-" + n, "Ana").text() + "\n";
  }

  /** One HTTP/1.1 connection, spoken by hand. */
  private final class Connection implements AutoCloseable {
    private final Socket socket = new Socket(address.getHost(), address.getPort());
    private final OutputStream out = socket.getOutputStream();
    private final BufferedReader in =
        new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));

    Connection() throws IOException {
      socket.setSoTimeout(PATIENCE_MILLIS);
    }

    void begin(String key, String... headers) throws IOException {
      StringBuilder head = new StringBuilder("POST /v1/hr-events HTTP/1.1\r\nHost: localhost\r\n");
      head.append("Authorization: Bearer ").append(key).append("\r\n");
      head.append("Content-Type: application/x-ndjson\r\n");
      for (String header : headers) {
        head.append(header).append("\r\n");
      }
      send(head.append("\r\n").toString());
    }

    void send(String text) throws IOException {
      out.write(text.getBytes(US_ASCII));
      out.flush();
    }

    void sendChunk(String text) throws IOException {
      send(Integer.toHexString(text.length()) + "\r\n" + text + "\r\n");
    }

    /** The status line of the next answer and its last header, up to the empty line. */
    String status() throws IOException {
      String status = in.readLine();
      String header = in.readLine();
      while (header != null && !header.isEmpty()) {
        header = in.readLine();
      }
      return status;
    }

    String body(int length) throws IOException {
      char[] text = new char[length];
      int read = 0;
      while (read < length) {
        read += in.read(text, read, length - read);
      }
      return new String(text);
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }

  @Test
  void whatASlowSenderHasSentShouldBeStoredBeforeTheRest() throws Exception {
    try (Connection connection = new Connection()) {
      connection.begin(tenant.key(), "Transfer-Encoding: chunked");
      for (int n = 0; n < 3; n++) {
        connection.sendChunk(line(n));
        String person = "/v1/people/E-" + n;
        await().atMost(Duration.ofSeconds(60)).until(() -> tenant.get(person).statusCode() == 200);
      }
      connection.send("0\r\n\r\n");

      String verdict = "{\"accepted\":3,\"duplicates\":0,\"rejected\":[]}";
      assertThat(connection.status()).isEqualTo("HTTP/1.1 200 OK");
      assertThat(connection.body(verdict.length())).isEqualTo(verdict);
    }
  }

  @Test
  void whatCameBeforeTheConnectionBrokeShouldBeStoredAndBeADuplicateAfterwards() throws Exception {
    try (Connection connection = new Connection()) {
      connection.begin(tenant.key(), "Content-Length: 1000000");
      connection.send(line(0));
      await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> tenant.get("/v1/people/E-0").statusCode() == 200);
    }
    tenant
        .request()
        .contentType("application/x-ndjson")
        .body((line(0) + line(1)).getBytes(UTF_8))
        .post("/v1/hr-events")
        .then()
        .statusCode(200)
        .body("accepted", equalTo(1))
        .body("duplicates", equalTo(1));
  }

  @Test
  void senderWhoAsksFirstShouldBeToldToGoOn() throws Exception {
    try (Connection connection = new Connection()) {
      connection.begin(tenant.key(), "Expect: 100-continue", "Content-Length: " + line(1).length());
      assertThat(connection.status()).isEqualTo("HTTP/1.1 100 Continue");

      connection.send(line(1));

      assertThat(connection.status()).isEqualTo("HTTP/1.1 200 OK");
    }
  }

  @Test
  void strangerWhoAsksFirstShouldBeTurnedAwayBeforeSending() throws Exception {
    try (Connection connection = new Connection()) {
      connection.begin("ft_nobody_x", "Expect: 100-continue", "Content-Length: 1000000000");

      assertThat(connection.status()).startsWith("HTTP/1.1 401");
    }
  }
}
