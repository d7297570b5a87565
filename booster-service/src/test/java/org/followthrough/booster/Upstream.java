package org.followthrough.booster;

import static java.util.concurrent.TimeUnit.SECONDS;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.followthrough.kit.event.EventComposer;
import org.followthrough.kit.event.EventHeaders;

/** Publishes what enrollment-service would. */
@Singleton
public class Upstream {

  private final KafkaProducer<String, byte[]> producer;
  private final Clock clock;

  Upstream(@ConfigProperty(name = "kafka.bootstrap.servers") String servers, Clock clock) {
    this.producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", servers, "acks", "all"),
            new StringSerializer(),
            new ByteArraySerializer());
    this.clock = clock;
  }

  /** A course; language may be empty for none. */
  public void course(Scene scene, String language, long version) {
    var state = new LinkedHashMap<String, Object>();
    state.put("courseId", scene.courseId());
    state.put("externalId", scene.course());
    state.put("title", "Difficult conversations");
    state.put("behaviours", List.of());
    state.put("cadence", "standard");
    if (!language.isEmpty()) {
      state.put("language", language);
    }
    send(
        "enrollment.courses.v1",
        "enrollment.CourseUpserted.v1",
        scene.courseId(),
        version,
        scene,
        state);
  }

  public void completed(Scene scene, long version) {
    completed(scene, version, clock.instant());
  }

  public void completed(Scene scene, long version, Instant completedAt) {
    enrollment(scene, "enrollment.CourseCompleted.v1", "completed", version, completedAt);
  }

  public void withdrawn(Scene scene, long version) {
    enrollment(scene, "enrollment.EnrollmentWithdrawn.v1", "withdrawn", version, clock.instant());
  }

  private void enrollment(
      Scene scene, String type, String status, long version, Instant completedAt) {
    Map<String, Object> state =
        Map.of(
            "enrollmentId", scene.enrollmentId(),
            "personId", scene.personId(),
            "courseId", scene.courseId(),
            "status", status,
            "completedAt", completedAt);
    send("enrollment.enrollments.v1", type, scene.enrollmentId(), version, scene, state);
  }

  public void person(Scene scene, boolean left, long version) {
    var state = new LinkedHashMap<String, Object>();
    state.put("personId", scene.personId());
    state.put("externalId", "E-1");
    state.put("left", left);
    send(
        "enrollment.people.v1",
        "enrollment.PersonUpserted.v1",
        scene.personId(),
        version,
        scene,
        state);
  }

  public void erased(Scene scene, long version) {
    send(
        "enrollment.people.v1",
        "enrollment.PersonErased.v1",
        scene.personId(),
        version,
        scene,
        null);
  }

  private void send(String topic, String type, UUID id, long version, Scene scene, Object payload) {
    var event =
        new EventComposer(clock, "enrollment-service")
            .compose(type, id, version, scene.organizationId(), payload);
    try {
      producer.send(EventHeaders.toRecord(topic, event)).get(60, SECONDS);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @PreDestroy
  void close() {
    producer.close();
  }
}
