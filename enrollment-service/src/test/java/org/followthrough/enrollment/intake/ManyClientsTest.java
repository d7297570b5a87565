package org.followthrough.enrollment.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.followthrough.enrollment.HrEventText;
import org.followthrough.enrollment.Tenant;
import org.followthrough.enrollment.TopicReader;
import org.followthrough.kit.event.EventEnvelope;
import org.followthrough.kit.event.EventJson;
import org.followthrough.kit.testing.NoBlockedEventLoop;
import org.followthrough.kit.testing.QuietLog;
import org.followthrough.kit.testing.WithStack;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuietLog
@NoBlockedEventLoop
@WithStack(parts = "kafka, postgres", databases = "enrollment")
class ManyClientsTest {

  private static final int EVENTS = 1_000;
  private static final int CLIENTS = 8;
  private static final Instant START = Instant.parse("2027-01-01T00:00:00Z");
  private static final String FIELDS = "status startsOn endsOn enrolledAt completedAt withdrawnAt";

  private final Random random = new Random(4711);

  @Test
  void thousandEventsThreeTimesInDisorderShouldHaveThousandEffectsAndTheSameOutcome()
      throws Exception {
    List<HrEventText> events = IntStream.range(0, EVENTS).mapToObj(this::event).toList();
    Tenant orderly = Tenant.created();
    orderly.postBatch(events).then().statusCode(200);

    Tenant disorderly = Tenant.created();
    int[] verdict = postThreeTimesInDisorder(disorderly, events);

    assertThat(verdict).containsExactly(EVENTS, 2 * EVENTS, 0);
    assertThat(everything(disorderly)).isEqualTo(everything(orderly));
    assertPublishedAsStored(orderly);
    assertPublishedAsStored(disorderly);
  }

  private HrEventText event(int n) {
    String id = "e-" + n;
    Instant time = START.plus(Duration.ofMinutes(random.nextInt(500)));
    String person = "E-" + random.nextInt(80);
    String course = "course-" + random.nextInt(5);
    String cohort = random.nextInt(3) == 0 ? null : "run-" + random.nextInt(3);
    return switch (random.nextInt(6)) {
      case 0 -> HrEventText.person(id, time, person, "Name " + random.nextInt(10));
      case 1 -> HrEventText.of(id, "hr.person.left", time, "{\"personId\":\"" + person + "\"}");
      case 2 -> {
        LocalDate day = LocalDate.of(2027, 2, 1).plusDays(random.nextInt(20));
        String run = "run-" + random.nextInt(3);
        yield HrEventText.cohort(id, time, course, run, day.toString(), day.plusDays(1).toString());
      }
      case 3 -> HrEventText.completed(id, time, person, course, cohort, time.minusSeconds(60));
      case 4 -> HrEventText.withdrawn(id, time, person, course, cohort);
      default -> HrEventText.enrolled(id, time, person, course, cohort);
    };
  }

  private int[] postThreeTimesInDisorder(Tenant tenant, List<HrEventText> events) throws Exception {
    List<HrEventText> all = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      all.addAll(events);
    }
    Collections.shuffle(all, random);
    int share = all.size() / CLIENTS;
    ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
    try {
      List<Callable<int[]>> tasks = new ArrayList<>();
      for (int i = 0; i < CLIENTS; i++) {
        List<HrEventText> mine = all.subList(i * share, (i + 1) * share);
        Random own = new Random(i);
        tasks.add(() -> postInPortions(tenant, mine, own));
      }
      int[] sum = new int[3];
      for (Future<int[]> task : clients.invokeAll(tasks)) {
        add(sum, task.get());
      }
      return sum;
    } finally {
      clients.shutdown();
    }
  }

  private static int[] postInPortions(Tenant tenant, List<HrEventText> events, Random random) {
    int[] sum = new int[3];
    int start = 0;
    while (start < events.size()) {
      int end = Math.min(events.size(), start + 1 + random.nextInt(40));
      List<HrEventText> portion = events.subList(start, end);
      Response answer =
          random.nextBoolean()
              ? tenant.postBatch(portion)
              : tenant
                  .request()
                  .contentType("application/x-ndjson")
                  .body(HrEventText.lines(portion).getBytes(UTF_8))
                  .post("/v1/hr-events");
      answer.then().statusCode(200);
      List<?> rejected = answer.path("rejected");
      add(sum, new int[] {answer.path("accepted"), answer.path("duplicates"), rejected.size()});
      start = end;
    }
    return sum;
  }

  private static void add(int[] sum, int[] more) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += more[i];
    }
  }

  private static Map<String, Object> everything(Tenant tenant) {
    Map<String, Object> all = new HashMap<>();
    all.put("people", Map.copyOf(byText(all(tenant, "/v1/people"))));
    all.put("cohorts", byText(all(tenant, "/v1/cohorts")));
    all.put("courses", byText(all(tenant, "/v1/courses")));
    List<Map<String, Object>> enrollments = all(tenant, "/v1/enrollments");
    enrollments.forEach(enrollment -> enrollment.remove("enrollmentId"));
    assertThat(enrollments).hasSizeGreaterThan(200);
    all.put("enrollments", byText(enrollments));
    return all;
  }

  private static Map<String, Long> byText(List<Map<String, Object>> rows) {
    return rows.stream()
        .collect(
            Collectors.groupingBy(row -> new TreeMap<>(row).toString(), Collectors.counting()));
  }

  private static List<Map<String, Object>> all(Tenant tenant, String path) {
    List<Map<String, Object>> rows = new ArrayList<>();
    String next = path + "?limit=200";
    while (next != null) {
      Response page = tenant.request().urlEncodingEnabled(false).get(next);
      page.then().statusCode(200);
      rows.addAll(page.jsonPath().getList(""));
      String link = page.header("Link");
      next = link == null ? null : link.substring(1, link.indexOf('>'));
    }
    return rows;
  }

  private static void assertPublishedAsStored(Tenant tenant) {
    Map<String, Map<String, Object>> stored =
        all(tenant, "/v1/enrollments").stream()
            .collect(Collectors.toMap(row -> (String) row.get("enrollmentId"), row -> row));
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () -> {
              List<EventEnvelope> events =
                  TopicReader.read("enrollment.enrollments.v1", tenant.organizationId());
              Map<String, EventEnvelope> latest = TopicReader.latest(events);
              assertThat(latest.keySet()).isEqualTo(stored.keySet());
              latest.forEach((id, event) -> assertSame(event, stored.get(id)));
              assertVersionsAreGapless(events);
            });
  }

  private static void assertSame(EventEnvelope event, Map<String, Object> stored) {
    JsonNode state = EventJson.read(event.data(), JsonNode.class);
    for (String field : FIELDS.split(" ")) {
      String published = state.hasNonNull(field) ? state.get(field).textValue() : null;
      assertThat(published).as(event.subject() + " " + field).isEqualTo(stored.get(field));
    }
  }

  // State and event commit together, and one aggregate keeps its order; an event may come again.
  private static void assertVersionsAreGapless(List<EventEnvelope> events) {
    Map<String, Long> seen = new HashMap<>();
    for (EventEnvelope event : events) {
      long next = seen.getOrDefault(event.subject(), 0L) + 1;
      assertThat(event.aggregateVersion()).as(event.subject()).isBetween(1L, next);
      seen.merge(event.subject(), event.aggregateVersion(), Math::max);
    }
  }
}
