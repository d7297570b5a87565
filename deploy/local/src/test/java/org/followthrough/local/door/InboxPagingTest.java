package org.followthrough.local.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.followthrough.embedded.SmtpInbox;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InboxPagingTest {

  private static final int MAILS = 120;

  @TempDir private Path directory;
  private final HttpClient http = HttpClient.newHttpClient();
  private final Vertx vertx = Vertx.vertx();
  private SmtpInbox inbox;
  private String url;

  @BeforeEach
  void fillAnInbox() throws Exception {
    inbox = new SmtpInbox(directory, 0, Clock.systemUTC());
    inbox.start();
    for (int i = 1; i <= MAILS; i++) {
      String subject = "Subject: Mail " + i + "\nMessage-ID: <" + i + "@x.example>\n\nHello";
      TestMail.send(inbox.port(), (i % 2 == 0 ? "even" : "odd") + "@b.example", subject);
    }
    Router router = Router.router(vertx);
    new InboxPages(inbox, new Pages()).addTo(router);
    url = TestDoor.open(vertx, router);
  }

  @AfterEach
  void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
    inbox.close();
  }

  @Test
  void everyMailShouldBeReachedByTheLinkToOlderOnes() throws Exception {
    List<String> subjects = new ArrayList<>();
    Document page = get("/inbox");
    subjects.addAll(page.select("tbody a").eachText());
    for (Element older = older(page); older != null; older = older(page)) {
      page = get(older.attr("href"));
      subjects.addAll(page.select("tbody a").eachText());
    }

    assertThat(subjects)
        .hasSize(MAILS)
        .doesNotHaveDuplicates()
        .startsWith("Mail 120")
        .endsWith("Mail 1");
    assertThat(page.selectFirst("nav.pages a").text()).isEqualTo("Newest");
  }

  @Test
  void olderMailsShouldKeepTheFilter() throws Exception {
    Document first = get("/inbox?to=even%40b");
    assertThat(first.text()).contains("50 of 60");

    Document second = get(older(first).attr("href"));

    assertThat(second.select("tbody a").eachText()).hasSize(10).endsWith("Mail 2");
    assertThat(older(second)).isNull();
  }

  private static Element older(Document page) {
    return page.selectFirst("nav.pages a[rel=next]");
  }

  private Document get(String path) throws Exception {
    HttpResponse<String> answer =
        http.send(
            HttpRequest.newBuilder(URI.create(url + path)).build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(200);
    return Jsoup.parse(answer.body());
  }
}
