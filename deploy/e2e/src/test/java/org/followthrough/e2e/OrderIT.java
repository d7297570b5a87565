package org.followthrough.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Whatever order HR events come in, and however often, they have the same effect, once. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OrderIT {

  // Nine in the evening in Berlin: nothing is sent while events still come in.
  private static final Instant START = Instant.parse("2027-02-01T20:00:00Z");
  private static final Instant END = Instant.parse("2027-06-15T12:00:00Z");
  private static final String ZONE = "Europe/Berlin";
  private static final String COURSE = "c";
  private static final List<String> PEOPLE = List.of("M-1", "M-2", "E-1", "E-2", "E-3", "E-4");
  private static final int PEOPLE_MANY = 400;

  private Platform platform;

  @BeforeAll
  void start() throws Exception {
    platform = Platform.start("order", START);
  }

  @AfterAll
  void stop() {
    if (platform != null) {
      platform.close();
    }
  }

  @Test
  void mailsShouldBeTheSameWhenEventsComeInDisorder() {
    Organization inOrder = platform.newOrganization("In order");
    Organization inDisorder = platform.newOrganization("In disorder");
    for (Organization organization : List.of(inOrder, inDisorder)) {
      organization.commission(COURSE, Questions.course("Plain talk"));
    }

    facts("in-order").forEach(inOrder::tell);
    List<HrFact> shuffled = disordered("in-disorder");
    shuffled.forEach(inDisorder::tell);
    Timeline timeline = new Timeline(platform, List.of(inOrder, inDisorder), PEOPLE);
    timeline.awaitSamePlans();
    timeline.runTo(END);

    List<String> expected = timeline.sent(inOrder);
    assertThat(expected).hasSizeGreaterThan(15);
    assertThat(timeline.sent(inDisorder)).containsExactlyElementsOf(expected);
    assertThat(expected)
        .anyMatch(line -> line.contains("E-1 plan-invitation/0 2027-02-02"))
        .noneMatch(line -> line.contains("E-3"));
  }

  /** In the order they happened; times are told so that any order can be undone. */
  private static List<HrFact> facts(String host) {
    return List.of(
        person("M-1", host, null).at(time(1)),
        person("M-2", host, null).at(time(1)),
        person("E-1", host, "M-2").at(time(1)),
        person("E-1", host, "M-1").again("moved").at(time(2)),
        person("E-2", host, "M-1").at(time(1)),
        person("E-3", host, "M-1").at(time(1)),
        person("E-4", host, "M-2").at(time(1)),
        cohort("past", "2027-01-26", "2027-01-27").at(time(3)),
        cohort("spring", "2027-03-01", "2027-03-02").at(time(3)),
        cohort("spring", "2027-03-15", "2027-03-16").again("moved").at(time(4)),
        HrFact.enrolled("E-1", COURSE, "past").at(time(5)),
        HrFact.enrolled("E-2", COURSE, "spring").at(time(5)),
        HrFact.enrolled("E-3", COURSE, "spring").at(time(5)),
        HrFact.enrolled("E-4", COURSE, "past").at(time(5)),
        HrFact.completed("E-1", COURSE, "past", Instant.parse("2027-01-12T15:00:00Z")).at(time(6)),
        HrFact.completed("E-1", COURSE, "past", Instant.parse("2027-02-01T15:30:00Z"))
            .again("corrected")
            .at(time(7)),
        HrFact.completed("E-4", COURSE, "past", Instant.parse("2027-01-27T15:00:00Z")).at(time(7)),
        HrFact.withdrawn("E-3", COURSE, "spring").at(time(8)));
  }

  // Corrections first, cohorts last, completions before enrollments, everything at least twice.
  private static List<HrFact> disordered(String host) {
    List<HrFact> facts = new ArrayList<>(facts(host));
    Collections.reverse(facts);
    List<HrFact> twice = new ArrayList<>(facts);
    Collections.shuffle(facts, new Random(7));
    twice.addAll(facts);
    twice.removeIf(fact -> fact.json().getString("type").equals("hr.cohort.scheduled"));
    facts.removeIf(fact -> !fact.json().getString("type").equals("hr.cohort.scheduled"));
    twice.addAll(facts);
    twice.addAll(facts);
    return twice;
  }

  private static HrFact person(String id, String host, String managerId) {
    return HrFact.person(id, id.toLowerCase() + "@" + host + ".example", ZONE, managerId);
  }

  private static HrFact cohort(String id, String startsOn, String endsOn) {
    return HrFact.cohort(COURSE, id, LocalDate.parse(startsOn), LocalDate.parse(endsOn));
  }

  private static Instant time(int hour) {
    return Instant.parse("2027-02-01T00:00:00Z").plusSeconds(hour * 3600L);
  }

  @Test
  void eachOfAThousandEventsShouldCountOnceWhenEightClientsPostThemThreeTimes() throws Exception {
    Organization queue = platform.newOrganization("Queue");
    Organization crowd = platform.newOrganization("Crowd");
    for (Organization organization : List.of(queue, crowd)) {
      organization.commission("many", Questions.course("Plain talk"));
    }
    List<HrFact> facts = thousandFacts();
    assertThat(facts).hasSize(1_000);
    queue.tell(facts);

    JsonObject total = postThreeTimes(crowd, facts);

    assertThat(total.getInteger("accepted")).isEqualTo(1_000);
    assertThat(total.getInteger("duplicates")).isEqualTo(2_000);
    assertThat(total.getInteger("rejected")).isZero();
    assertThat(ids(crowd, "/v1/people", "personId")).hasSize(PEOPLE_MANY).doesNotHaveDuplicates();
    assertThat(ids(crowd, "/v1/enrollments", "enrollmentId"))
        .hasSize(PEOPLE_MANY)
        .doesNotHaveDuplicates();
    Platform.await("outcome of everybody")
        .untilAsserted(
            () -> {
              JsonObject funnel =
                  crowd
                      .api()
                      .get("/v1/outcomes/courses/many")
                      .expect(200)
                      .json()
                      .getJsonObject("funnel");
              assertThat(funnel.getInteger("enrolled")).isEqualTo(PEOPLE_MANY);
              assertThat(funnel.getJsonObject("completed").getInteger("count")).isEqualTo(199);
            });
    List<String> everybody = IntStream.rangeClosed(1, PEOPLE_MANY).mapToObj(i -> "P-" + i).toList();
    new Timeline(platform, List.of(queue, crowd), everybody).awaitSamePlans();
  }

  private static List<HrFact> thousandFacts() {
    List<HrFact> facts = new ArrayList<>();
    facts.add(HrFact.cohort("many", "k", LocalDate.of(2027, 1, 4), LocalDate.of(2027, 1, 5)));
    for (int i = 1; i <= PEOPLE_MANY; i++) {
      String id = "P-" + i;
      facts.add(HrFact.person(id, "p" + i + "@crowd.example", ZONE, i == 1 ? null : "P-1"));
      facts.add(HrFact.enrolled(id, "many", "k"));
      if (i < 200) {
        facts.add(HrFact.completed(id, "many", "k", Instant.parse("2027-01-05T15:00:00Z")));
      }
    }
    return facts;
  }

  private static JsonObject postThreeTimes(Organization to, List<HrFact> facts) throws Exception {
    List<HrFact> all =
        new ArrayList<>(Stream.of(facts, facts, facts).flatMap(List::stream).toList());
    Collections.shuffle(all, new Random(11));
    ExecutorService clients = Executors.newFixedThreadPool(8);
    try {
      List<Callable<JsonObject>> posts = new ArrayList<>();
      for (int from = 0; from < all.size(); from += 25) {
        List<HrFact> part = all.subList(from, from + 25);
        posts.add(() -> post(to, part));
      }
      JsonObject total =
          new JsonObject().put("accepted", 0).put("duplicates", 0).put("rejected", 0);
      for (Future<JsonObject> verdict : clients.invokeAll(posts)) {
        add(total, verdict.get());
      }
      return total;
    } finally {
      clients.shutdownNow();
    }
  }

  private static JsonObject post(Organization to, List<HrFact> facts) {
    JsonArray events = new JsonArray();
    facts.forEach(fact -> events.add(fact.json()));
    return to.api().hrEvents(events).expect(200).json();
  }

  private static void add(JsonObject total, JsonObject verdict) {
    for (String key : List.of("accepted", "duplicates")) {
      total.put(key, total.getInteger(key) + verdict.getInteger(key));
    }
    int rejected = verdict.getJsonArray("rejected").size();
    total.put("rejected", total.getInteger("rejected") + rejected);
  }

  private static List<String> ids(Organization of, String path, String field) {
    List<String> ids = new ArrayList<>();
    for (JsonObject item : Paging.all(of.api(), path + "?limit=100")) {
      ids.add(item.getString(field));
    }
    return ids;
  }
}
