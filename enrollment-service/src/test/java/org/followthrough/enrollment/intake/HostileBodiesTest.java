package org.followthrough.enrollment.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.followthrough.enrollment.Tenant;
import org.followthrough.kit.testing.NoBlockedEventLoop;
import org.followthrough.kit.testing.QuietLog;
import org.followthrough.kit.testing.WithStack;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuietLog
@NoBlockedEventLoop
@WithStack(parts = "kafka, postgres", databases = "enrollment")
class HostileBodiesTest {

  private static final String EVENT =
      """
      {"specversion":"1.0","id":"h-1","source":"/hr","type":"%s","time":"2027-01-04T09:00:00Z",\
      "data":%s}\
      """;

  private static final String PERSON =
      """
      {"personId":"E-1","email":"ana@example.org","name":"Ana","timeZone":"Europe/Berlin",\
      "locale":"de-AT","managerId":"E-2","orgUnit":"Sales","leaveUntil":"2027-02-01"}\
      """;

  private static final String COHORT =
      """
      {"courseId":"c","cohortId":"k","title":"t","startsOn":"2027-01-18","endsOn":"2027-01-19"}\
      """;

  private static final String COMPLETED =
      """
      {"personId":"E-1","courseId":"c","cohortId":"k","completedAt":"2027-01-19T15:00:00Z"}\
      """;

  /** A body that is wrong in one place, and the pointer that has to name the place. */
  record Hostile(String body, String pointer) {}

  private Tenant tenant;

  @BeforeEach
  void create() {
    tenant = Tenant.created();
  }

  private static String event(String type, String data) {
    return EVENT.formatted(type, data);
  }

  private static Hostile person(String from, String to, String pointer) {
    assertThat(PERSON).contains(from);
    return new Hostile(event("hr.person.upserted", PERSON.replace(from, to)), pointer);
  }

  private static Hostile cohort(String from, String to, String pointer) {
    assertThat(COHORT).contains(from);
    return new Hostile(event("hr.cohort.scheduled", COHORT.replace(from, to)), pointer);
  }

  private static Hostile completed(String from, String to, String pointer) {
    assertThat(COMPLETED).contains(from);
    return new Hostile(event("hr.course.completed", COMPLETED.replace(from, to)), pointer);
  }

  private static Hostile envelope(String from, String to, String pointer) {
    String event = event("hr.course.completed", COMPLETED);
    assertThat(event).contains(from);
    return new Hostile(event.replace(from, to), pointer);
  }

  private static Stream<Hostile> people() {
    return Stream.of(
        person("\"personId\":\"E-1\",", "", "/data/personId"),
        person("\"E-1\"", "null", "/data/personId"),
        person("\"E-1\"", "17", "/data/personId"),
        person("\"E-1\"", "\"\"", "/data/personId"),
        person("\"E-1\"", "\"  \"", "/data/personId"),
        person("\"E-1\"", "[\"E-1\"]", "/data/personId"),
        person("\"E-1\"", "{\"$ne\":1}", "/data/personId"),
        person("\"E-1\"", "\"E\\u0000\"", "/data/personId"),
        person("\"E-1\"", "\"" + "x".repeat(201) + "\"", "/data/personId"),
        person("ana@example.org", "ana", "/data/email"),
        person("ana@example.org", "ana@", "/data/email"),
        person("ana@example.org", "@example.org", "/data/email"),
        person("ana@example.org", "ana@exa mple.org", "/data/email"),
        person("ana@example.org", "ana@example..org", "/data/email"),
        person("ana@example.org", "ana@-example.org", "/data/email"),
        person("ana@example.org", "a,b@example.org", "/data/email"),
        person("ana@example.org", "Ana <ana@example.org>", "/data/email"),
        person("ana@example.org", "ana@example.org\\r\\nBcc: x@example.org", "/data/email"),
        person("ana@example.org", "a\\u0000na@example.org", "/data/email"),
        person("ana@example.org", "a".repeat(65) + "@example.org", "/data/email"),
        person("ana@example.org", "a@" + "b.".repeat(150) + "org", "/data/email"),
        person("\"ana@example.org\"", "[\"ana@example.org\"]", "/data/email"),
        person("\"Ana\"", "\"Ana\\u0000\"", "/data/name"),
        person("\"Ana\"", "\"Ana\\nBcc: x@example.org\"", "/data/name"),
        person("\"Ana\"", "\"\\ud800\"", "/data/name"),
        person("\"Ana\"", "\"\\u202eanA\"", "/data/name"),
        person("\"Ana\"", "\"\\u2028\"", "/data/name"),
        person("\"Ana\"", "\"" + "n".repeat(50_000) + "\"", "/data/name"),
        person("\"Ana\"", "true", "/data/name"),
        person("Europe/Berlin", "Europe/Atlantis", "/data/timeZone"),
        person("Europe/Berlin", "+02:00", "/data/timeZone"),
        person("Europe/Berlin", "../../etc/passwd", "/data/timeZone"),
        person("\"Europe/Berlin\"", "2", "/data/timeZone"),
        person("de-AT", "de_AT", "/data/locale"),
        person("de-AT", "x", "/data/locale"),
        person("de-AT", "de-" + "a".repeat(60), "/data/locale"),
        person("\"E-2\"", "7", "/data/managerId"),
        person("\"E-2\"", "\"\\u0007\"", "/data/managerId"),
        person("Sales", "s".repeat(201), "/data/orgUnit"),
        person("2027-02-01", "2027-02-30", "/data/leaveUntil"),
        person("2027-02-01", "tomorrow", "/data/leaveUntil"),
        person("2027-02-01", "+999999999-01-01", "/data/leaveUntil"),
        person("\"orgUnit\"", "\"org_unit\"", "/data/org_unit"),
        person("\"orgUnit\"", "\"__proto__\"", "/data/__proto__"),
        person("\"orgUnit\"", "\"a/b~c\"", "/data/a~1b~0c"),
        // Where a pointer is cut there may be half a character.
        person(
            "\"orgUnit\"",
            "\"" + "o".repeat(193) + "\uD83D\uDE00\"",
            "/data/" + "o".repeat(193) + "\uFFFD…"),
        person("\"Ana\"", "\"\\uffff\"", "/data/name"),
        person("\"orgUnit\"", "\"organizationId\"", "/data/organizationId"));
  }

  private static Stream<Hostile> coursesAndCohorts() {
    return Stream.of(
        cohort("2027-01-19", "2027-01-17", "/data/endsOn"),
        cohort("2027-01-18", "18.01.2027", "/data/startsOn"),
        cohort("2027-01-18", "2027-01-18T00:00:00Z", "/data/startsOn"),
        cohort("2027-01-18", "0000-01-01", "/data/startsOn"),
        cohort("\"2027-01-18\"", "20270118", "/data/startsOn"),
        cohort("\"startsOn\":\"2027-01-18\",", "", "/data/startsOn"),
        cohort("\"t\"", "\"" + "t".repeat(301) + "\"", "/data/title"),
        cohort("\"k\"", "\"\"", "/data/cohortId"),
        completed("2027-01-19T15:00:00Z", "2027-01-19", "/data/completedAt"),
        completed("2027-01-19T15:00:00Z", "2027-01-19T15:00:00", "/data/completedAt"),
        completed("2027-01-19T15:00:00Z", "2027-01-19T25:00:00Z", "/data/completedAt"),
        completed("2027-01-19T15:00:00Z", "+1000000-01-19T15:00:00Z", "/data/completedAt"),
        completed("2027-01-19T15:00:00Z", "9".repeat(5_000), "/data/completedAt"),
        completed("\"2027-01-19T15:00:00Z\"", "1e400", "/data/completedAt"),
        completed("\"2027-01-19T15:00:00Z\"", "null", "/data/completedAt"),
        completed("\"c\"", "\"\\udfff\"", "/data/courseId"),
        completed("\"c\"", "{}", "/data/courseId"));
  }

  private static Stream<Hostile> envelopes() {
    return Stream.of(
        envelope("hr.course.completed", "hr.course.deleted", "/type"),
        envelope("\"hr.course.completed\"", "4", "/type"),
        envelope("\"type\":\"hr.course.completed\",", "", "/type"),
        envelope("\"id\":\"h-1\",", "", "/id"),
        envelope("\"h-1\"", "12", "/id"),
        envelope("\"h-1\"", "\"h\\u0000\"", "/id"),
        envelope("\"h-1\"", "\"" + "h".repeat(100_000) + "\"", "/id"),
        envelope("\"source\":\"/hr\",", "", "/source"),
        envelope("\"/hr\"", "\"not a uri\"", "/source"),
        envelope("\"1.0\"", "\"0.3\"", "/specversion"),
        envelope("\"1.0\"", "1.0", "/specversion"),
        envelope("2027-01-04T09:00:00Z", "yesterday", "/time"),
        envelope("2027-01-04T09:00:00Z", "-999999999-01-01T00:00:00Z", "/time"),
        envelope(COMPLETED, "[]", "/data"),
        envelope(COMPLETED, "\"text\"", "/data"),
        envelope(",\"data\":" + COMPLETED, "", "/data"),
        envelope(COMPLETED, "{}", "/data/personId"));
  }

  static List<Hostile> catalogue() {
    return Stream.of(people(), coursesAndCohorts(), envelopes())
        .flatMap(hostile -> hostile)
        .toList();
  }

  private Response post(String mediaType, byte[] body) {
    return tenant.request().contentType(mediaType).body(body).post("/v1/hr-events");
  }

  @Test
  void everyFaultyEventShouldBeRejectedWithAPointerToTheFault() {
    List<Hostile> catalogue = catalogue();
    assertThat(catalogue).hasSizeGreaterThanOrEqualTo(60);
    for (Hostile hostile : catalogue) {
      String shown = hostile.body().substring(0, Math.min(400, hostile.body().length()));
      Response answer = post("application/json", hostile.body().getBytes(UTF_8));
      assertThat(answer.statusCode()).as(shown).isEqualTo(200);
      assertThat(answer.<Integer>path("accepted")).as(shown).isZero();
      List<String> pointers = answer.path("rejected[0].problem.errors.pointer");
      assertThat(pointers).as(shown).contains(hostile.pointer());
    }
  }

  @Test
  void allFaultsOfAnEventShouldBeToldAtOnce() {
    String body = event("hr.person.upserted", "{\"personId\":\"\",\"email\":\"x\",\"extra\":1}");

    List<String> pointers =
        post("application/json", body.getBytes(UTF_8)).path("rejected[0].problem.errors.pointer");

    assertThat(pointers)
        .containsExactlyInAnyOrder(
            "/data/personId", "/data/email", "/data/name", "/data/timeZone", "/data/extra");
  }

  @Test
  void answerShouldNotGrowWithTheNumberOfUnknownFields() {
    String unknown =
        IntStream.range(0, 20_000).mapToObj(i -> "\"f" + i + "\":1").collect(joining(","));
    String body = event("hr.person.left", "{\"personId\":\"E-1\"," + unknown + "}");

    Response answer = post("application/x-ndjson", body.getBytes(UTF_8));

    List<String> details = answer.path("rejected[0].problem.errors.detail");
    assertThat(details).hasSize(11).endsWith("has 19990 more fields that are not known");
  }

  @Test
  void faultyEventsShouldNotHoldUpTheOthers() {
    List<String> events = new ArrayList<>(catalogue().stream().map(Hostile::body).toList());
    events.add(40, event("hr.person.upserted", PERSON));

    Response answer =
        post(
            "application/cloudevents-batch+json",
            ("[" + String.join(",", events) + "]").getBytes(UTF_8));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.<Integer>path("accepted")).isEqualTo(1);
    assertThat(answer.<List<Integer>>path("rejected.index"))
        .hasSize(events.size() - 1)
        .doesNotContain(40);
  }

  @Test
  void unreadableRequestShouldBeAProblemDocument() {
    List<byte[]> bodies = new ArrayList<>();
    Stream.of(
            "",
            "{",
            "[{]",
            "{}{}",
            "[1,]",
            "nul",
            "NaN",
            "\"text\"",
            "12",
            "{\"a\":'b'}",
            "[".repeat(5_000),
            "{\"data\":" + "[".repeat(40) + "]".repeat(40) + "}",
            "{\"n\":" + "9".repeat(5_000) + "}",
            "\u0000",
            "<xml/>")
        .map(text -> text.getBytes(UTF_8))
        .forEach(bodies::add);
    bodies.add(new byte[] {'{', '"', (byte) 0xff, '"', ':', '1', '}'});
    bodies.add(new byte[] {(byte) 0xfe, (byte) 0xff, 0, '{'});
    for (byte[] body : bodies) {
      assertProblem(post("application/json", body), 400);
    }
    assertProblem(post("application/cloudevents+json", new byte[] {'[', ']'}), 400);
    assertProblem(post("application/cloudevents-batch+json", new byte[] {'{', '}'}), 400);
    assertProblem(post("application/json", new byte[3 * 1024 * 1024]), 413);
    assertProblem(post("text/plain", new byte[] {'{', '}'}), 415);
  }

  @Test
  void brokenLinesShouldBeRejectedEach() {
    List<String> lines = List.of("{", "[]", "nul", "\u0000", "x".repeat(300_000), "12");

    Response answer =
        post(
            "application/x-ndjson",
            (String.join("\n", lines) + "\n" + event("hr.person.upserted", PERSON))
                .getBytes(UTF_8));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.<Integer>path("accepted")).isEqualTo(1);
    assertThat(answer.<List<Integer>>path("rejected.index")).containsExactly(0, 1, 2, 3, 4, 5);
  }

  private static void assertProblem(Response answer, int status) {
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
    assertThat(answer.contentType()).startsWith("application/problem+json");
    assertThat(answer.<Integer>path("status")).isEqualTo(status);
  }
}
