package org.followthrough.local.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.followthrough.embedded.SmtpInbox;
import org.followthrough.local.demo.Demo;
import org.followthrough.local.stack.ClockFile;
import org.followthrough.local.stack.Secrets;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The door's own pages over HTTP, with a real inbox and no service. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DoorPagesTest {

  private static final String HOSTILE =
      """
      From: Followthrough <noreply@followthrough.example>
      To: Eve <eve@brightwater.example>
      Subject: <script>alert(1)</script> & more
      Date: Mon, 4 Jan 2027 08:00:00 +0000
      Message-ID: <1@followthrough.example>
      X-Followthrough-Touch: 0190
      MIME-Version: 1.0
      Content-Type: text/html; charset=UTF-8

      <html><body><h1>Hello</h1><script>steal()</script><img src="https://tracker.example/x.gif"></body></html>""";
  private static final String PLAIN =
      """
      From: Followthrough <noreply@followthrough.example>
      To: Bob <bob@brightwater.example>
      Subject: Your plan
      Date: Tue, 5 Jan 2027 08:00:00 +0000
      Message-ID: <2@followthrough.example>
      Content-Type: text/plain; charset=UTF-8

      Three <b>actions</b>""";

  @TempDir private static Path directory;
  private final HttpClient http = HttpClient.newHttpClient();
  private final Vertx vertx = Vertx.vertx();
  private SmtpInbox inbox;
  private ClockFile clock;
  private String url;

  @BeforeAll
  void openPages() throws IOException {
    inbox = new SmtpInbox(directory.resolve("inbox"), 0, Clock.systemUTC());
    inbox.start();
    clock =
        ClockFile.open(
            directory.resolve("clock"),
            Clock.systemUTC(),
            Instant.parse("2027-01-04T05:00:00Z"),
            0);
    Secrets secrets = Secrets.open(directory.resolve("secrets"));
    var rooms =
        List.of(
            new StoryPages.Room("booster-service", true),
            new StoryPages.Room("reminder-service", false));
    Router router = Router.router(vertx);
    var pages = new Pages();
    new StoryPages(clock, secrets, () -> rooms, Optional.of(inbox), Demo.none(), pages)
        .addTo(router);
    new InboxPages(inbox, pages).addTo(router);
    new DocumentPages(pages).addTo(router);
    url = TestDoor.open(vertx, router);
    TestMail.send(inbox.port(), "eve@brightwater.example", HOSTILE);
    TestMail.send(inbox.port(), "bob@brightwater.example", PLAIN);
  }

  @AfterAll
  void closePages() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
    inbox.close();
  }

  @Test
  void inboxShouldListNewestFirstAndEscapeSubjects() throws Exception {
    HttpResponse<String> response = get("/inbox");

    Document page = Jsoup.parse(response.body());
    assertThat(page.select("tbody a").eachText())
        .containsExactly("Your plan", "<script>alert(1)</script> & more");
    assertThat(page.select("main script")).isEmpty();
    assertThat(response.headers().firstValue("Content-Security-Policy"))
        .hasValueSatisfying(policy -> assertThat(policy).startsWith("default-src 'none'"));
  }

  @Test
  void inboxShouldShowOnlyMailToTheAddressAskedFor() throws Exception {
    assertThat(Jsoup.parse(get("/inbox?to=BOB").body()).select("tbody a").eachText())
        .containsExactly("Your plan");
    assertThat(get("/inbox?to=%22%3E%3Cb%3E").body()).contains("No mail to an address");
  }

  @Test
  void mailShouldBeShownInAFrameThatRunsNothing() throws Exception {
    Document page = Jsoup.parse(get("/inbox/1").body());
    assertThat(page.selectFirst("iframe").attr("sandbox")).doesNotContain("allow-scripts");

    HttpResponse<String> html = get("/inbox/1/html");
    assertThat(html.body()).contains("<h1>Hello</h1>").contains("<base target=\"_blank\">");
    assertThat(html.headers().firstValue("Content-Security-Policy"))
        .hasValueSatisfying(
            policy ->
                assertThat(policy)
                    .contains("default-src 'none'")
                    .contains("sandbox")
                    .doesNotContain("script-src"));
  }

  @Test
  void mailWithoutHtmlShouldShowItsText() throws Exception {
    Document page = Jsoup.parse(get("/inbox/2").body());

    assertThat(page.select("iframe")).isEmpty();
    assertThat(page.selectFirst("pre").text()).isEqualTo("Three <b>actions</b>");
    assertThat(get("/inbox/2/source").body()).contains("Message-ID: <2@followthrough.example>");
  }

  @Test
  void mailShouldBe404WhenThereIsNone() throws Exception {
    assertThat(get("/inbox/999").statusCode()).isEqualTo(404);
    assertThat(get("/inbox/999/html").statusCode()).isEqualTo(404);
  }

  @Test
  void startPageShouldTellTheTimeAndWhatRuns() throws Exception {
    Document page = Jsoup.parse(get("/").body());

    assertThat(page.text()).contains("2027").contains("mails sent");
    assertThat(page.select(".rooms li").eachText())
        .anySatisfy(room -> assertThat(room).startsWith("up booster-service"))
        .anySatisfy(room -> assertThat(room).startsWith("down reminder-service"));
    assertThat(page.select("a[href^=/console/enter/]")).hasSize(1);
  }

  @Test
  void speedShouldChangeOnlyToOneThatIsOffered() throws Exception {
    assertThat(post("/story/speed", "speed=8640").statusCode()).isEqualTo(303);
    assertThat(clock.speed()).isEqualTo(8640);

    post("/story/speed", "speed=999999999");
    post("/story/speed", "");
    assertThat(clock.speed()).isEqualTo(8640);
    post("/story/speed", "speed=0");
    assertThat(clock.speed()).isZero();
  }

  @Test
  void documentsShouldLeadToEachService() throws Exception {
    assertThat(Jsoup.parse(get("/docs").body()).select("a[href^=/docs/]").eachAttr("href"))
        .contains("/docs/enrollment-service", "/docs/evaluation-service", "/docs/problems");
    assertThat(get("/docs/problems").body()).contains("invalid-field");
  }

  @Test
  void headShouldAnswerAsGetButWithoutABody() throws Exception {
    for (String path : List.of("/", "/inbox", "/inbox/1", "/docs", "/door/door.css")) {
      HttpResponse<String> head =
          http.send(
              HttpRequest.newBuilder(URI.create(url + path))
                  .method("HEAD", HttpRequest.BodyPublishers.noBody())
                  .build(),
              HttpResponse.BodyHandlers.ofString());

      assertThat(head.statusCode()).as(path).isEqualTo(200);
      assertThat(head.body()).isEmpty();
    }
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(URI.create(url + path)).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private HttpResponse<String> post(String path, String form)
      throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(URI.create(url + path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }
}
