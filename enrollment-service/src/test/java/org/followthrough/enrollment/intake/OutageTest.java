package org.followthrough.enrollment.intake;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.followthrough.enrollment.FaultyServers;
import org.followthrough.enrollment.HrEventText;
import org.followthrough.enrollment.Tenant;
import org.followthrough.enrollment.TopicReader;
import org.followthrough.kit.event.EventEnvelope;
import org.followthrough.kit.testing.NoBlockedEventLoop;
import org.junit.jupiter.api.Test;

/** kill -9 of the database while events are taken in. */
@QuarkusTest
@NoBlockedEventLoop
@QuarkusTestResource(value = FaultyServers.class, restrictToAnnotatedClass = true)
class OutageTest {

  private static final Instant MONDAY = Instant.parse("2027-01-04T09:00:00Z");
  private static final Duration RECOVERY = Duration.ofSeconds(90);
  private static final int CLIENTS = 4;
  private static final int PORTION = 25;

  private final AtomicBoolean posting = new AtomicBoolean(true);
  private final AtomicInteger acknowledged = new AtomicInteger();

  @Test
  void acknowledgedEventShouldHaveItsEffectOnceHoweverOftenTheDatabaseDies() {
    Tenant tenant = Tenant.created();
    List<CompletableFuture<List<String>>> clients =
        IntStream.range(0, CLIENTS)
            .mapToObj(client -> CompletableFuture.supplyAsync(() -> post(tenant, client)))
            .toList();
    for (int i = 1; i <= 2; i++) {
      int before = acknowledged.get();
      await().atMost(RECOVERY).until(() -> acknowledged.get() > before + 500);
      order("/kill");
      order("/restart");
    }
    posting.set(false);
    Set<String> people =
        clients.stream().flatMap(it -> it.join().stream()).collect(Collectors.toSet());

    assertThat(enrolled(tenant)).containsExactlyElementsOf(new TreeSet<>(people));
    await()
        .atMost(RECOVERY)
        .untilAsserted(() -> assertThat(published(tenant)).hasSameSizeAs(people));
  }

  private static void order(String command) {
    String control = ConfigProvider.getConfig().getValue(FaultyServers.CONTROL, String.class);
    given().post(control + command).then().statusCode(204);
  }

  /** Enrolls ever more people, each request again until it is answered; returns them. */
  private List<String> post(Tenant tenant, int client) {
    List<String> people = new ArrayList<>();
    while (posting.get()) {
      List<HrEventText> portion = new ArrayList<>();
      for (int i = 0; i < PORTION; i++) {
        String person = "E-" + client + "-" + people.size();
        people.add(person);
        portion.add(HrEventText.enrolled("e-" + person, MONDAY, person, "talks", "k"));
      }
      Response answer = tenant.postBatch(portion);
      while (answer.statusCode() == 503) {
        answer = tenant.postBatch(portion);
      }
      assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
      // An answer that was lost with the database makes duplicates of what it had stored.
      assertThat(answer.<Integer>path("accepted") + answer.<Integer>path("duplicates"))
          .isEqualTo(PORTION);
      acknowledged.addAndGet(PORTION);
    }
    return people;
  }

  private static List<String> enrolled(Tenant tenant) {
    List<String> people = new ArrayList<>();
    String next = "/v1/enrollments?limit=200";
    while (next != null) {
      Response page = tenant.request().urlEncodingEnabled(false).get(next);
      page.then().statusCode(200);
      people.addAll(page.jsonPath().getList("personId"));
      String link = page.header("Link");
      next = link == null ? null : link.substring(1, link.indexOf('>'));
    }
    return people.stream().sorted().toList();
  }

  private static Set<String> published(Tenant tenant) {
    List<EventEnvelope> events =
        TopicReader.read("enrollment.enrollments.v1", tenant.organizationId());
    assertThat(events).allSatisfy(event -> assertThat(event.aggregateVersion()).isEqualTo(1));
    return TopicReader.latest(events).keySet();
  }
}
