package org.followthrough.evaluation.form;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.followthrough.evaluation.followup.Answers;
import org.followthrough.evaluation.followup.Applied;
import org.followthrough.evaluation.followup.Audience;
import org.followthrough.evaluation.followup.Evaluation;
import org.followthrough.evaluation.followup.FormKind;
import org.followthrough.evaluation.followup.Stage;
import org.followthrough.evaluation.testing.EvaluationStack;
import org.followthrough.evaluation.testing.GivenEnrollment;
import org.followthrough.evaluation.testing.TestBeans;
import org.followthrough.evaluation.testing.Wire;
import org.followthrough.kit.event.EventEnvelope;
import org.followthrough.kit.event.EventHeaders;
import org.followthrough.kit.event.EventJson;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(EvaluationStack.class)
class FormPagesTest {

  private static final FormKind M3_LEARNER = new FormKind(Stage.M3, Audience.LEARNER);
  private static final FormKind M3_MANAGER = new FormKind(Stage.M3, Audience.MANAGER);

  @Inject Wire wire;
  @Inject FormService service;

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String bootstrapServers;

  private GivenEnrollment enrollment;

  @BeforeEach
  void enroll() {
    enrollment = enrollment("en").expectations(4).talked("before", 3);
    wire.tell(enrollment);
  }

  @Test
  void theLearnerIsAskedAgainstTheirOwnBaseline() {
    Document page = page(get(learnerLink()).statusCode(200));

    assertThat(page.text())
        .contains("Before the course you said 4.")
        .contains("The same questions go to Kim Weber.")
        .contains("Names the issue in the first minute");
    assertThat(page.select("input[name=rating]")).hasSize(10);
    assertThat(page.select("input[name=applied]").eachAttr("value"))
        .containsExactly("not-yet", "partly", "regularly");
    assertThat(page.select("textarea").eachAttr("name"))
        .containsExactly("example", "helped", "hindered");
    assertThat(page.select("[style], script, [onclick]")).isEmpty();
    assertThat(page.select("legend")).hasSize(2);
  }

  @Test
  void theManagerIsAskedAboutTheLearnerAgainstTheManagersBaseline() {
    assertThat(page(get(managerLink()).statusCode(200)).text())
        .contains("How well does Ana López do it now?")
        .contains("Before the course you said 3.");
  }

  @Test
  void pagesAreInTheLanguageOfWhoReads() {
    GivenEnrollment german = enrollment("de-AT");
    wire.tell(german);

    Document page = page(get(wire.link(german.enrollmentId, german.learnerId, "m12-learner")));

    assertThat(page.select("html").attr("lang")).isEqualTo("de");
    assertThat(page.text()).contains("Ein Jahr danach").contains("kein Ausgangswert erfasst");
  }

  @Test
  void getAndHeadWriteNothing() {
    String link = learnerLink();
    for (int i = 0; i < 3; i++) {
      get(link).statusCode(200);
      given().head("/eval/" + link).then().statusCode(200);
      given().get("/eval/" + link + "?saved&rating=10&applied=regularly").then().statusCode(200);
    }

    assertThat(evaluation(M3_LEARNER)).isNull();
  }

  @Test
  void aFormIsStoredAndPublishedOnce() {
    String link = learnerLink();

    post(link, "7", "regularly", "At the counter", "My manager", "Time pressure")
        .statusCode(303)
        .header("Location", equalTo("/eval/" + link + "?saved"));
    post(link, "7", "regularly", "At the counter", "My manager", "Time pressure").statusCode(303);

    List<EventEnvelope> events = published(1);
    assertThat(events).hasSize(1);
    EventEnvelope event = events.get(0);
    assertThat(event.type()).isEqualTo("evaluation.EvaluationSubmitted.v1");
    assertThat(event.organizationId()).isEqualTo(TestBeans.ORGANIZATION);
    assertThat(event.aggregateVersion()).isEqualTo(1);
    Map<?, ?> payload = EventJson.read(event.data(), Map.class);
    assertThat(payload.get("rating")).isEqualTo(7);
    assertThat(payload.get("applied")).isEqualTo("regularly");
    assertThat(payload.get("submittedBy")).isEqualTo(enrollment.learnerId.toString());
    assertThat(new String(event.data(), UTF_8)).doesNotContain("counter", "Time pressure");
    assertThat(page(get(link + "?saved")).text())
        .contains("Thank you")
        .contains("as soon as Kim Weber has answered too")
        .contains("+3");
  }

  @Test
  void aCorrectionIsPublishedInANewVersion() {
    String link = learnerLink();
    post(link, "7", "regularly", null, null, null).statusCode(303);
    post(link, "5", "partly", "Less than I thought", null, null).statusCode(303);

    List<EventEnvelope> events = published(2);

    assertThat(events).extracting(EventEnvelope::aggregateVersion).containsExactly(1L, 2L);
    assertThat(evaluation(M3_LEARNER).version()).isEqualTo(2);
    assertThat(evaluation(M3_LEARNER).answers().rating()).isEqualTo(5);
    Document form = page(get(link + "?edit"));
    assertThat(form.select("input[name=rating][checked]").attr("value")).isEqualTo("5");
    assertThat(form.select("textarea[name=example]").text()).isEqualTo("Less than I thought");
  }

  @Test
  void aSecondWindowDoesNotReplaceInSilenceWhatTheFirstSent() {
    String link = learnerLink();
    String seen = seen(page(get(link)));
    post(link, seen, "7", "regularly", "from the first window").statusCode(303);

    Document asked = page(post(link, seen, "4", "partly", "from the second").statusCode(409));

    assertThat(evaluation(M3_LEARNER).answers().rating()).isEqualTo(7);
    assertThat(asked.select("[role=alert]").text()).contains("There you chose 7.");
    assertThat(asked.select("input[name=rating][checked]").attr("value")).isEqualTo("4");
    assertThat(asked.select("textarea[name=example]").text()).isEqualTo("from the second");

    post(link, seen(asked), "4", "partly", "from the second").statusCode(303);
    assertThat(evaluation(M3_LEARNER).answers().rating()).isEqualTo(4);
    assertThat(published(2)).hasSize(2);
  }

  @Test
  void aDoubleClickIsOneAnswer() {
    String link = learnerLink();
    String seen = seen(page(get(link)));

    post(link, seen, "7", "regularly", "once").statusCode(303);
    post(link, seen, "7", "regularly", "once").statusCode(303);

    assertThat(evaluation(M3_LEARNER).version()).isEqualTo(1);
  }

  @Test
  void bothWindowsAtTheSameMomentAreOneAnswerAndOneQuestion() throws Exception {
    String link = learnerLink();
    var second =
        CompletableFuture.supplyAsync(
            () -> post(link, "0", "4", "partly", null).extract().statusCode());
    int first = post(link, "0", "7", "regularly", null).extract().statusCode();

    assertThat(List.of(first, second.get(60, TimeUnit.SECONDS)))
        .containsExactlyInAnyOrder(303, 409);
    assertThat(evaluation(M3_LEARNER).version()).isEqualTo(1);
  }

  @Test
  void neitherSideSeesTheOtherBeforeBothAreIn() {
    post(managerLink(), "9", "partly", "Seen on Tuesday", "private help", "private hurdle")
        .statusCode(303);
    assertThat(get(learnerLink()).extract().asString()).doesNotContain("Seen on Tuesday");

    post(learnerLink(), "6", "partly", "My own example", "learner help", "learner hurdle")
        .statusCode(303);

    String both = get(learnerLink()).extract().asString();
    assertThat(both).contains("Seen on Tuesday", "My own example", "Kim Weber");
    assertThat(both).doesNotContain("private help", "private hurdle");
    String managers = get(managerLink()).extract().asString();
    assertThat(managers).contains("Seen on Tuesday", "My own example", "Ana López");
    assertThat(managers).doesNotContain("learner help", "learner hurdle");
  }

  @Test
  void withoutABaselineNoImprovementIsShown() {
    GivenEnrollment bare = enrollment("en");
    wire.tell(bare);
    String link = wire.link(bare.enrollmentId, bare.learnerId, "m3-learner");

    assertThat(page(get(link)).text()).contains("No baseline was taken before the course");
    post(link, "8", "regularly", null, null, null).statusCode(303);

    assertThat(page(get(link + "?saved")).text())
        .contains("no baseline was taken")
        .doesNotContain("Change");
  }

  @Test
  void whatIsMissingIsNamedAndWhatWasTypedIsKept() {
    Document page =
        page(
            post(learnerLink(), "11", "", "kept <b>example</b>", "kept help", null)
                .statusCode(400));

    assertThat(page.select(".error a").eachAttr("href"))
        .containsExactly("#rating-1", "#applied-not-yet");
    for (String target : page.select(".error a").eachAttr("href")) {
      assertThat(page.select(target)).hasSize(1);
    }
    assertThat(page.select("input[aria-invalid=true]")).hasSize(13);
    assertThat(page.select("textarea[name=example]").text()).isEqualTo("kept <b>example</b>");
    assertThat(page.select("textarea[name=example] b")).isEmpty();
    assertThat(page.select("textarea[name=helped]").text()).isEqualTo("kept help");
    assertThat(evaluation(M3_LEARNER)).isNull();
  }

  @Test
  void markupInAnswersStaysText() {
    String hostile = "<script>alert(1)</script>{config:secret} ${7*7} '\"><img src=x>";
    post(learnerLink(), "6", "partly", hostile, hostile, hostile).statusCode(303);

    Document page = page(get(learnerLink()));
    assertThat(page.select("script, img")).isEmpty();
    assertThat(page.select("td.words").first().text()).isEqualTo(hostile);
    assertThat(page(get(learnerLink() + "?edit")).select("#helped").text()).isEqualTo(hostile);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rating=%zz&applied=%",
        "rating=5&applied=partly&example=%00%01",
        "rating=5&applied=partly&example=%ff%fe",
        "&&&===",
        "rating[]=5",
        "rating=5&rating=6&applied=partly&applied=x",
        "{\"rating\":5}"
      })
  void hostileBodiesAreRefusedNotFeared(String body) {
    int status =
        given()
            .redirects()
            .follow(false)
            .contentType("application/x-www-form-urlencoded")
            .accept("text/html")
            .body(body)
            .post("/eval/" + learnerLink())
            .statusCode();

    assertThat(status).isBetween(300, 499);
  }

  @Test
  void anotherContentTypeIsRefused() {
    given()
        .contentType("application/json")
        .body("{\"rating\":5}")
        .post("/eval/" + learnerLink())
        .then()
        .statusCode(415);
  }

  @Test
  void onlyLinksOfThisPurposeOpenAForm() {
    UUID id = enrollment.enrollmentId;
    UUID learner = enrollment.learnerId;
    for (String purpose : List.of("plan", "talk", "q", "unsub", "pref", "why", "ics", "console")) {
      String link = wire.link(purpose, id, learner, "m3-learner", TestBeans.NOW.plusSeconds(60));
      get(link).statusCode(404);
      post(link, "7", "partly", null, null, null).statusCode(404);
    }
    get(wire.link(id, learner, "m6-learner")).statusCode(404);
    get(wire.link(id, learner, "")).statusCode(404);
    get("nonsense").statusCode(404);
    get("v1.t1." + "A".repeat(150) + ".AAAA").statusCode(404);
    get(learnerLink() + ".").statusCode(404);
    get(learnerLink() + "%3D").statusCode(404);
  }

  @Test
  void aLinkIsGoodForItsRecipientOnly() {
    get(wire.link(enrollment.enrollmentId, enrollment.managerId, "m3-learner")).statusCode(404);
    get(wire.link(enrollment.enrollmentId, UUID.randomUUID(), "m3-learner")).statusCode(404);
    get(wire.link(UUID.randomUUID(), enrollment.learnerId, "m3-learner")).statusCode(404);
    get(wire.link(enrollment.enrollmentId, enrollment.learnerId, "m3-manager")).statusCode(410);
  }

  @Test
  void anExpiredLinkSaysSo() {
    String expired =
        wire.link(
            "eval", enrollment.enrollmentId, enrollment.learnerId, "m3-learner", TestBeans.NOW);

    get(expired).statusCode(410).body(containsString("expired"));
    post(expired, "7", "partly", null, null, null).statusCode(410);
  }

  @Test
  void aWithdrawnEnrollmentTakesNoForm() {
    wire.tell(enrollment.withdrawn());

    get(learnerLink()).statusCode(410);
    post(managerLink(), "7", "partly", null, null, null).statusCode(410);
    assertThat(evaluation(M3_MANAGER)).isNull();
  }

  @Test
  void aFormerManagerHasNothingToFillInAnyMore() {
    UUID successor = UUID.randomUUID();
    String former = managerLink();
    wire.tell(
        enrollment
            .person(successor, "Lee Moss", "en", null)
            .person(enrollment.learnerId, "Ana López", "en", successor));

    get(former).statusCode(410);
    String link = wire.link(enrollment.enrollmentId, successor, "m3-manager");
    assertThat(page(get(link).statusCode(200)).text()).contains("No baseline was taken");
  }

  @Test
  void whatAFormerManagerAnsweredStaysTheirs() {
    post(managerLink(), "6", "partly", "Seen on Tuesday", null, null).statusCode(303);
    post(learnerLink(), "7", "partly", null, null, null).statusCode(303);
    UUID successor = UUID.randomUUID();
    wire.tell(
        enrollment
            .person(successor, "Lee Moss", "en", null)
            .person(enrollment.learnerId, "Ana López", "en", successor));

    Document both = page(get(learnerLink()).statusCode(200));

    assertThat(both.select("thead th").eachText()).containsExactly("You", "Kim Weber");
    assertThat(both.text()).contains("Seen on Tuesday").doesNotContain("Lee Moss");
  }

  @Test
  void wordsThatArriveWhileTheirWriterIsErasedAreErasedToo() {
    OpenForm open = service.open(learnerLink()).await().atMost(Wire.PATIENCE);
    wire.tell(enrollment.erased(enrollment.learnerId));

    service
        .submit(open, 0, new Answers(7, Applied.PARTLY, "mine", "a colleague", "no time"))
        .await()
        .atMost(Wire.PATIENCE);

    assertThat(evaluation(M3_LEARNER).answers())
        .isEqualTo(new Answers(7, Applied.PARTLY, null, null, null));
  }

  @Test
  void whoLeftHasNothingToFillInAnyMore() {
    wire.tell(enrollment.left(enrollment.learnerId));

    get(managerLink()).statusCode(410);
    get(learnerLink()).statusCode(410);
  }

  @Test
  void aManagerWhoLeftIsNotPromisedToAnswer() {
    wire.tell(enrollment.left(enrollment.managerId));

    assertThat(page(get(learnerLink()).statusCode(200)).text())
        .contains("The same questions go to your manager.")
        .doesNotContain("Kim Weber");
    get(managerLink()).statusCode(410);
  }

  @Test
  void pagesLetNothingInAndTellNothingOn() {
    get(learnerLink())
        .header("Content-Security-Policy", containsString("default-src 'none'"))
        .header("Cache-Control", equalTo("no-store"))
        .header("Referrer-Policy", equalTo("same-origin"))
        .header("X-Robots-Tag", containsString("noindex"))
        .body(not(containsString("http://")));
  }

  private static GivenEnrollment enrollment(String locale) {
    return new GivenEnrollment(TestBeans.ORGANIZATION, COURSE, UUID.randomUUID())
        .people("Ana López", "Kim Weber", locale)
        .course("difficult-talks-form", "Difficult conversations", 890)
        .enrolled()
        .completed(TestBeans.NOW.minus(Duration.ofDays(95)));
  }

  private static final UUID COURSE = UUID.randomUUID();

  private String learnerLink() {
    return wire.link(enrollment.enrollmentId, enrollment.learnerId, "m3-learner");
  }

  private String managerLink() {
    return wire.link(enrollment.enrollmentId, enrollment.managerId, "m3-manager");
  }

  private Evaluation evaluation(FormKind kind) {
    return wire.find(enrollment.enrollmentId).orElseThrow().evaluation(kind);
  }

  private static ValidatableResponse get(String link) {
    return given().accept("text/html").urlEncodingEnabled(false).get("/eval/" + link).then();
  }

  private static ValidatableResponse post(
      String link, String rating, String applied, String example, String helped, String hindered) {
    var form = new HashMap<String, String>();
    form.put("rating", rating);
    form.put("applied", applied);
    putIfThere(form, "example", example);
    putIfThere(form, "helped", helped);
    putIfThere(form, "hindered", hindered);
    return post(link, form);
  }

  private static ValidatableResponse post(String link, Map<String, String> form) {
    return given()
        .redirects()
        .follow(false)
        .accept("text/html")
        .contentType("application/x-www-form-urlencoded; charset=UTF-8")
        .formParams(form)
        .post("/eval/" + link)
        .then();
  }

  private static ValidatableResponse post(
      String link, String seen, String rating, String applied, String example) {
    var form = new HashMap<>(Map.of("seen", seen, "rating", rating, "applied", applied));
    putIfThere(form, "example", example);
    return post(link, form);
  }

  private static String seen(Document form) {
    return form.select("input[name=seen]").attr("value");
  }

  private static void putIfThere(Map<String, String> form, String field, String value) {
    if (value != null) {
      form.put(field, value);
    }
  }

  private static Document page(ValidatableResponse response) {
    return Jsoup.parse(response.extract().asString());
  }

  /**
   * The events of this enrollment, once so many came and no more follow; each once, for the outbox
   * gives an event to a broker that was silent for a while again.
   */
  private List<EventEnvelope> published(int expected) {
    Map<UUID, EventEnvelope> events = new LinkedHashMap<>();
    try (var consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", bootstrapServers),
            new StringDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor("evaluation.evaluations.v1").stream()
              .map(each -> new TopicPartition(each.topic(), each.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      long deadline = System.nanoTime() + Wire.PATIENCE.toNanos();
      int quiet = 0;
      while (System.nanoTime() < deadline && (events.size() < expected || quiet < 3)) {
        quiet++;
        for (ConsumerRecord<String, byte[]> each : consumer.poll(Duration.ofMillis(300))) {
          if (each.key().equals(enrollment.enrollmentId.toString())) {
            EventEnvelope event = EventHeaders.fromRecord(each);
            events.putIfAbsent(event.id(), event);
            quiet = 0;
          }
        }
      }
    }
    return List.copyOf(events.values());
  }
}
