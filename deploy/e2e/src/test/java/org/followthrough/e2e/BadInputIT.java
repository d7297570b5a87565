package org.followthrough.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** HR events that are not what they should be: told what is wrong, and never our fault. */
@ExtendWith(SharedPlatform.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputIT {

  private static final String ONE = "application/cloudevents+json";
  private static final String BATCH = "application/cloudevents-batch+json";
  private static final String LINES = "application/x-ndjson";

  private Api api;

  @BeforeAll
  void meet(Platform platform) {
    api = platform.organization().api();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'type':'hr.person.upserted','data':{'email':'a@b.example','name':'A','timeZone':'UTC'}} | /data/personId",
        "{'type':'hr.person.upserted','data':{'personId':'x','name':'A','timeZone':'UTC'}} | /data/email",
        "{'type':'hr.person.upserted','data':{'personId':'x','email':'nobody','name':'A','timeZone':'UTC'}} | /data/email",
        "{'type':'hr.person.upserted','data':{'personId':'x','email':'a@b.example','name':'A','timeZone':'Mars/Olympus'}} | /data/timeZone",
        "{'type':'hr.person.upserted','data':{'personId':7,'email':'a@b.example','name':'A','timeZone':'UTC'}} | /data/personId",
        "{'type':'hr.person.upserted','data':{'personId':'x','email':'a@b.example','name':['A'],'timeZone':'UTC'}} | /data/name",
        "{'type':'hr.course.completed','data':{'personId':'x','courseId':'c','completedAt':'yesterday'}} | /data/completedAt",
        "{'type':'hr.course.completed','data':{'personId':'x','courseId':'c'}} | /data/completedAt",
        "{'type':'hr.cohort.scheduled','data':{'courseId':'c','cohortId':'k','startsOn':'2027-02-31','endsOn':'2027-03-01'}} | /data/startsOn",
        "{'type':'hr.cohort.scheduled','data':{'courseId':'c','cohortId':'k','startsOn':'2027-03-02','endsOn':'2027-03-01'}} | /data/endsOn",
        "{'type':'hr.learner.enrolled','data':{'personId':'x'}} | /data/courseId",
        "{'type':'hr.learner.promoted','data':{'personId':'x'}} | /type",
        "{'type':'hr.person.left','data':'x'} | /data",
        "{'type':'hr.person.left'} | /data",
        "{'data':{'personId':'x'}} | /type",
        "{'type':'hr.person.left','data':{'personId':'x'},'id':''} | /id",
        "{'type':'hr.person.left','data':{'personId':'x'},'source':null} | /source",
        "{'type':'hr.person.left','data':{'personId':'x'},'time':'noon'} | /time",
        "{'type':'hr.person.left','data':{'personId':'x'},'specversion':'0.3'} | /specversion",
        "{'type':'hr.person.left','data':{'personId':'a\\u0000b'}} | /data/personId"
      })
  void faultyEventShouldBeRejectedNamingTheField(String event, String pointer) {
    JsonObject faulty = complete(new JsonObject(event.replace('\'', '"')));
    JsonObject good = HrFact.person("ok", "ok@acme.example", "UTC", null).json().put("id", "ok");

    JsonObject verdict = api.hrEvents(new JsonArray().add(good).add(faulty)).expect(200).json();

    assertThat(verdict.getInteger("accepted") + verdict.getInteger("duplicates")).isEqualTo(1);
    JsonObject rejected = verdict.getJsonArray("rejected").getJsonObject(0);
    assertThat(rejected.getInteger("index")).isEqualTo(1);
    assertThat(rejected.getJsonObject("problem").getJsonArray("errors"))
        .extracting(error -> ((JsonObject) error).getString("pointer"))
        .contains(pointer);
  }

  private static JsonObject complete(JsonObject event) {
    return new JsonObject()
        .put("specversion", "1.0")
        .put("id", "bad")
        .put("source", "/test")
        .mergeIn(event);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[1,", "nul", "\"", "{\"id\":}", "[[[[", "\u0000", "<xml/>"})
  void unreadableBodyShouldBeOneProblem(String body) {
    for (String type : new String[] {ONE, BATCH, "application/json"}) {
      Api.Answer answer = api.post("/v1/hr-events", type, body);

      assertThat(answer.status()).as("%s %s", type, answer.body()).isEqualTo(400);
      assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
      assertThat(answer.json().getString("detail")).isNotBlank();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"[]", "{}", "0", "\"text\"", "null", "true", "[null]", "[[]]", "[{}]", "[\"a\"]"})
  void otherJsonShouldNeverBeOurFault(String body) {
    for (String type : new String[] {ONE, BATCH, LINES, "application/json"}) {
      Api.Answer answer = api.post("/v1/hr-events", type, body);

      assertThat(answer.status()).as("%s %s: %s", type, body, answer.body()).isBetween(200, 499);
    }
  }

  @Test
  void badLineShouldNotHoldUpTheOthers() {
    String good = HrFact.person("line", "l@acme.example", "UTC", null).json().encode();

    JsonObject verdict =
        api.post("/v1/hr-events", LINES, "{oops\n" + good + "\n\n[]\n").expect(200).json();

    assertThat(verdict.getInteger("accepted")).isEqualTo(1);
    assertThat(verdict.getJsonArray("rejected")).hasSize(2);
  }

  @Test
  void otherMediaTypesShouldBeRefused() {
    for (String type : new String[] {"text/plain", "application/xml", "multipart/form-data"}) {
      assertThat(api.post("/v1/hr-events", type, "{}").status()).as(type).isEqualTo(415);
    }
  }

  @Test
  void hugeBodyShouldBeRefused() {
    assertThat(api.post("/v1/hr-events", BATCH, "[" + " ".repeat(3_000_000) + "]").status())
        .isEqualTo(413);
  }
}
