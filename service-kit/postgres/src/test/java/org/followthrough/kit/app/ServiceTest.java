package org.followthrough.kit.app;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.followthrough.kit.auth.ApiKey;
import org.followthrough.kit.event.EventHeaders;
import org.followthrough.kit.outbox.OutboxStore;
import org.followthrough.kit.stack.FaultyServers;
import org.junit.jupiter.api.BeforeEach;

/** What the tests against the running service have in common: its servers and a way to ask it. */
@QuarkusTestResource(FaultyServers.class)
abstract class ServiceTest {
  static final Duration LIMIT = Duration.ofSeconds(60);
  static final String OPERATOR = "operator-token-of-the-tests";
  private static final String SECRET = "_0123456789012345678901234567890123456789012";
  static final String WRITER = "ft_writer2222" + SECRET;
  static final String READER = "ft_reader2222" + SECRET;

  @Inject Pool pool;
  @Inject OutboxStore outbox;

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String bootstrapServers;

  @BeforeEach
  void publishKeys() {
    if (status(READER) != 200) {
      publish(List.of(key(WRITER, Set.of("write")), key(READER, Set.of("read"))));
      await().atMost(LIMIT).until(() -> status(READER) == 200);
    }
  }

  private static int status(String key) {
    return as(key).get("/v1/things").statusCode();
  }

  private static ProducerRecord<String, byte[]> key(String key, Set<String> scopes) {
    String keyId = ApiKey.keyIdOf(key);
    ApiKey known = new ApiKey(keyId, Topics.ORGANIZATION, ApiKey.sha256(key), scopes, null, null);
    ProducerRecord<String, byte[]> event =
        EventHeaders.toRecord(
            "enrollment.apikeys.v1",
            Topics.COMPOSER.compose(
                "enrollment.ApiKeyIssued.v1", UUID.randomUUID(), 1, Topics.ORGANIZATION, known));
    return new ProducerRecord<>(event.topic(), null, keyId, event.value(), event.headers());
  }

  static RequestSpecification as(String key) {
    return given().auth().preemptive().oauth2(key);
  }

  void publish(Collection<ProducerRecord<String, byte[]>> records) {
    Topics.publish(bootstrapServers, records);
  }

  List<ConsumerRecord<String, byte[]>> all(String topic) {
    return Topics.all(bootstrapServers, topic);
  }

  List<Row> rows(String sql, Object... parameters) {
    var rows = pool.preparedQuery(sql).execute(Tuple.from(parameters)).await().atMost(LIMIT);
    return StreamSupport.stream(rows.spliterator(), false).toList();
  }

  long effects(Collection<UUID> things) {
    return rows(
            "SELECT count(*) FROM things WHERE thing_id = ANY($1) AND effects = 1",
            (Object) things.toArray(UUID[]::new))
        .get(0)
        .getLong(0);
  }

  long outboxRows() {
    return outbox.backlog().await().atMost(LIMIT).events();
  }
}
