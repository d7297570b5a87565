package org.followthrough.actionplan;

import static java.util.concurrent.TimeUnit.SECONDS;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.followthrough.kit.event.EventComposer;
import org.followthrough.kit.event.EventEnvelope;
import org.followthrough.kit.event.EventHeaders;
import org.followthrough.kit.event.EventJson;

/** Publishes what enrollment-service would, and looks into the database. */
@Singleton
public class Upstream {

  private final KafkaProducer<String, byte[]> producer;
  private final Clock clock;
  private final Pool pool;

  Upstream(
      @ConfigProperty(name = "kafka.bootstrap.servers") String servers, Clock clock, Pool pool) {
    this.producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", servers, "acks", "all"),
            new StringSerializer(),
            new ByteArraySerializer());
    this.clock = clock;
    this.pool = pool;
  }

  /** Learner, manager, course and enrollment of one organization, all known. */
  public Scene scene(String locale) {
    Scene scene = Scene.random(locale);
    publish(scene);
    awaitRow(
        "SELECT 1 FROM enrollments e JOIN courses USING (course_id) JOIN people l ON"
            + " l.person_id = e.learner_id JOIN people m ON m.person_id = l.manager_id"
            + " WHERE e.enrollment_id = $1",
        scene.enrollmentId());
    return scene;
  }

  public void publish(Scene scene) {
    manager(scene, scene.managerId(), 1, Map.of());
    learner(scene, 1, Map.of());
    course(scene);
    enrollment(scene, "enrollment.LearnerEnrolled.v1", "enrolled", 1);
  }

  public void learner(Scene scene, long version, Map<String, Object> changes) {
    var state = new LinkedHashMap<String, Object>();
    state.put("personId", scene.learnerId());
    state.put("externalId", "E-" + scene.learnerId());
    state.put("email", "learner@example.org");
    state.put("name", "Ana <b>López</b>");
    state.put("timeZone", "Europe/Berlin");
    state.put("locale", scene.locale());
    state.put("managerId", scene.managerId());
    state.put("left", false);
    state.putAll(changes);
    person(scene.organizationId(), scene.learnerId(), version, state);
  }

  public void manager(Scene scene, UUID managerId, long version, Map<String, Object> changes) {
    var state = new LinkedHashMap<String, Object>();
    state.put("personId", managerId);
    state.put("externalId", "M-" + managerId);
    state.put("name", "Mia Chef");
    state.put("timeZone", "Europe/Berlin");
    state.put("locale", scene.locale());
    state.put("left", false);
    state.putAll(changes);
    person(scene.organizationId(), managerId, version, state);
  }

  private void person(UUID organization, UUID id, long version, Map<String, Object> state) {
    send("enrollment.people.v1", "enrollment.PersonUpserted.v1", id, version, organization, state);
  }

  public void erase(UUID organization, UUID personId, long version) {
    send(
        "enrollment.people.v1",
        "enrollment.PersonErased.v1",
        personId,
        version,
        organization,
        null);
  }

  public void course(Scene scene) {
    send(
        "enrollment.courses.v1",
        "enrollment.CourseUpserted.v1",
        scene.courseId(),
        1,
        scene.organizationId(),
        Map.of(
            "courseId", scene.courseId(),
            "externalId", scene.courseExternalId(),
            "title", "Difficult conversations",
            "behaviours", List.of("Names the issue in the first minute", "Agrees a next step"),
            "cadence", "standard"));
  }

  public void enrollment(Scene scene, String type, String status, long version) {
    enrollment(scene, type, version, Map.of("status", status));
  }

  public void enrollment(Scene scene, String type, long version, Map<String, Object> changes) {
    var state = new LinkedHashMap<String, Object>();
    state.put("enrollmentId", scene.enrollmentId());
    state.put("personId", scene.learnerId());
    state.put("courseId", scene.courseId());
    state.put("startsOn", "2027-01-18");
    state.put("endsOn", "2027-01-19");
    state.putAll(changes);
    send(
        "enrollment.enrollments.v1",
        type,
        scene.enrollmentId(),
        version,
        scene.organizationId(),
        state);
  }

  /** The course is completed, and we know of it. */
  public void complete(Scene scene, long version) {
    enrollment(
        scene,
        "enrollment.CourseCompleted.v1",
        version,
        Map.of("status", "completed", "completedAt", "2027-01-19T14:00:00Z"));
    awaitRow(
        "SELECT 1 FROM enrollments WHERE enrollment_id = $1 AND completed_at IS NOT NULL",
        scene.enrollmentId());
  }

  public void send(
      String topic, String type, UUID id, long version, UUID organization, Object payload) {
    EventEnvelope event =
        new EventComposer(clock, "enrollment-service")
            .compose(type, id, version, organization, payload);
    sendRaw(topic, event);
  }

  public void sendRaw(String topic, EventEnvelope event) {
    try {
      producer.send(EventHeaders.toRecord(topic, event)).get(60, SECONDS);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  public void sendKey(String keyId, Object apiKey) {
    var envelope =
        new EventComposer(clock, "enrollment-service")
            .compose("enrollment.ApiKeyIssued.v1", UUID.randomUUID(), 1, UUID.randomUUID(), apiKey);
    var record = EventHeaders.toRecord("enrollment.apikeys.v1", envelope);
    try {
      producer
          .send(
              new org.apache.kafka.clients.producer.ProducerRecord<>(
                  record.topic(), null, keyId, EventJson.write(apiKey), record.headers()))
          .get(60, SECONDS);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  public void awaitRow(String sql, Object... parameters) {
    Awaitility.await(sql)
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(50))
        .until(() -> !rows(sql, parameters).isEmpty());
  }

  /** Carries out a statement in a transaction that stays open, as a slow writer's would. */
  public SlowWriter slowly(String sql, Object... parameters) {
    return SlowWriter.begin(pool, sql, parameters);
  }

  /** Whether somebody waits for a lock in our database. */
  public boolean isSomebodyWaiting() {
    return !rows("SELECT 1 FROM pg_stat_activity"
            + " WHERE datname = current_database() AND wait_event_type = 'Lock'")
        .isEmpty();
  }

  public List<Row> rows(String sql, Object... parameters) {
    return pool.preparedQuery(sql)
        .execute(Tuple.from(List.of(parameters)))
        .map(rows -> StreamSupport.stream(rows.spliterator(), false).toList())
        .await()
        .atMost(Duration.ofSeconds(60));
  }

  @PreDestroy
  void close() {
    producer.close();
  }
}
