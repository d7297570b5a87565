package org.followthrough.kit.app;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.followthrough.kit.deadletter.DeadLetter;
import org.followthrough.kit.deadletter.DeadLetters;
import org.followthrough.kit.testing.NoBlockedEventLoop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@NoBlockedEventLoop
class PoisonTest extends ServiceTest {
  @Inject DeadLetters deadLetters;

  @AfterEach
  void clean() {
    pool.query("ALTER TABLE things DROP CONSTRAINT IF EXISTS unlucky")
        .execute()
        .await()
        .atMost(LIMIT);
    deadLetters.all().forEach(it -> deadLetters.forget(it.id()).await().atMost(LIMIT));
    await().atMost(LIMIT).until(() -> deadLetters.all().isEmpty());
  }

  @Test
  void poisonShouldGoToTheDeadLettersAndAllElseHaveItsEffect() {
    List<UUID> good = IntStream.range(0, 500).mapToObj(i -> UUID.randomUUID()).toList();
    Map<String, String> reasons =
        Map.of(
            "no-id", "header ce_id is missing",
            "bad-json", "payload is not a Thing",
            "other-shape", "payload is not a Thing",
            "no-value", "payload is missing",
            "nul", "io.vertx.pgclient.PgException 22021");
    List<ProducerRecord<String, byte[]>> records =
        new ArrayList<>(good.stream().map(id -> Topics.thing(id, "good")).toList());
    List<ProducerRecord<String, byte[]>> poison =
        reasons.keySet().stream().map(PoisonTest::poison).toList();
    records.addAll(poison);
    Collections.shuffle(records, new Random(11));

    publish(records);

    await().atMost(LIMIT).until(() -> deadLetters.all().size() == 5);
    await().atMost(LIMIT).until(() -> effects(good) == 500);
    assertThat(deadLetters.all().stream().collect(Collectors.toMap(this::kind, PoisonTest::what)))
        .isEqualTo(reasons);
    assertThat(deadLetters.all())
        .allSatisfy(letter -> assertThat(letter.record().value()).isEqualTo(sent(letter, poison)));
    seenFromOutside(5, "DOWN");
  }

  /** The reason without the place in the code. */
  private static String what(DeadLetter letter) {
    return letter.reason().replaceFirst(" at org\\.followthrough\\..*", "");
  }

  private static void seenFromOutside(int waiting, String status) {
    given().get("/ops/health/well").then().body("status", equalTo(status));
    given().get("/ops/health/ready").then().statusCode(200);
    given().get("/ops/metrics").then().body(containsString("dead_letters " + waiting + ".0"));
    as(OPERATOR)
        .get("/ops/dead-letters")
        .then()
        .body("size()", equalTo(waiting))
        .body("channel", everyItem(equalTo("things")));
  }

  private static ProducerRecord<String, byte[]> poison(String kind) {
    ProducerRecord<String, byte[]> record = Topics.thing(UUID.randomUUID(), "poison");
    record.headers().add("kind", kind.getBytes(UTF_8));
    String json = new String(record.value(), UTF_8);
    switch (kind) {
      case "no-id" -> record.headers().remove("ce_id");
      case "bad-json" -> json = "{\"thingId\":";
      case "other-shape" -> json = "{\"thingId\":\"not a uuid\"}";
      case "no-value" -> json = null;
      default -> json = json.replace("poison", "a\\u0000b");
    }
    byte[] value = json == null ? null : json.getBytes(UTF_8);
    return new ProducerRecord<>(record.topic(), null, record.key(), value, record.headers());
  }

  private String kind(DeadLetter letter) {
    return new String(letter.record().headers().lastHeader("kind").value(), UTF_8);
  }

  private byte[] sent(DeadLetter letter, List<ProducerRecord<String, byte[]>> poison) {
    return poison.stream()
        .filter(it -> it.key().equals(letter.record().key()))
        .findFirst()
        .orElseThrow()
        .value();
  }

  @Test
  void deadLetterShouldHaveItsEffectOnceItsCauseIsFixed() {
    UUID id = UUID.randomUUID();
    pool.query("ALTER TABLE things ADD CONSTRAINT unlucky CHECK (name <> 'unlucky')")
        .execute()
        .await()
        .atMost(LIMIT);
    publish(List.of(Topics.thing(id, "unlucky")));
    await().atMost(LIMIT).until(() -> deadLetters.all().size() == 1);
    String letter = deadLetters.all().get(0).id();
    assertThat(replay(letter)).isEqualTo(409);

    pool.query("ALTER TABLE things DROP CONSTRAINT unlucky").execute().await().atMost(LIMIT);

    assertThat(replay(letter)).isEqualTo(204);
    assertThat(effects(List.of(id))).isEqualTo(1);
    await().atMost(LIMIT).until(() -> replay(letter) == 404);
    assertThat(effects(List.of(id))).isEqualTo(1);
    seenFromOutside(0, "UP");
  }

  private static int replay(String letter) {
    return as(OPERATOR).post("/ops/dead-letters/" + letter + "/replay").statusCode();
  }

  @Test
  void replayShouldNeedTheOperator() {
    given().post("/ops/dead-letters/x-0-0/replay").then().statusCode(401);
    as(WRITER).post("/ops/dead-letters/x-0-0/replay").then().statusCode(403);
    as(OPERATOR).post("/ops/dead-letters/x-0-0/replay").then().statusCode(404);
  }
}
