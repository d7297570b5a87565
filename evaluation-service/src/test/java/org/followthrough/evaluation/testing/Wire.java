package org.followthrough.evaluation.testing;

import static java.util.concurrent.TimeUnit.SECONDS;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.followthrough.evaluation.courses.Courses;
import org.followthrough.evaluation.followup.Followup;
import org.followthrough.evaluation.followup.Followups;
import org.followthrough.evaluation.people.People;
import org.followthrough.evaluation.people.Person;
import org.followthrough.kit.event.EventHeaders;
import org.followthrough.kit.link.Link;
import org.followthrough.kit.link.SignedLinks;
import org.followthrough.kit.outbox.PendingEvent;

/** Sends events as the other services do, and waits for what becomes of them. */
@Singleton
public class Wire {

  /** For what a busy machine does in a moment: a test that waits so long has failed. */
  public static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final Duration OFTEN = Duration.ofMillis(50);

  private final KafkaProducer<String, byte[]> producer;
  private final Followups followups;
  private final People people;
  private final Courses courses;
  private final SignedLinks links;

  Wire(
      @ConfigProperty(name = "kafka.bootstrap.servers") String servers,
      Followups followups,
      People people,
      Courses courses,
      SignedLinks links) {
    // Not the service's own, which gives up on a broker that is silent for a moment.
    this.producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", servers, "acks", "all"),
            new StringSerializer(),
            new ByteArraySerializer());
    this.followups = followups;
    this.people = people;
    this.courses = courses;
    this.links = links;
  }

  public void send(List<PendingEvent> events) {
    List<Future<RecordMetadata>> sent =
        events.stream()
            .map(each -> producer.send(EventHeaders.toRecord(each.topic(), each.event())))
            .toList();
    try {
      for (Future<RecordMetadata> each : sent) {
        each.get(PATIENCE.toSeconds(), SECONDS);
      }
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** Sends all of it and waits until all of it has had its effect. */
  public void tell(GivenEnrollment given) {
    send(given.events());
    await(given);
  }

  /** Waits until all that was told of the enrollment, its people and its course is known. */
  public Followup await(GivenEnrollment given) {
    until(() -> arePeopleKnown(given));
    until(() -> !given.isCourseTold() || isCourseKnown(given));
    return await(given.enrollmentId, given::isFoldedInto);
  }

  public void until(Callable<Boolean> condition) {
    Awaitility.await().atMost(PATIENCE).pollInterval(OFTEN).until(condition);
  }

  private boolean arePeopleKnown(GivenEnrollment given) {
    Map<UUID, Long> told = given.peopleTold();
    Map<UUID, Person> known =
        people.byIds(given.organizationId, told.keySet()).await().atMost(PATIENCE);
    return told.entrySet().stream()
        .allMatch(
            each ->
                known.containsKey(each.getKey())
                    && known.get(each.getKey()).version() >= each.getValue());
  }

  public boolean isCourseKnown(GivenEnrollment given) {
    return courses.byId(given.organizationId, given.courseId).await().atMost(PATIENCE).isPresent();
  }

  public Followup await(UUID enrollmentId, Predicate<Followup> condition) {
    return Awaitility.await()
        .atMost(PATIENCE)
        .pollInterval(OFTEN)
        .until(() -> find(enrollmentId), found -> found.isPresent() && condition.test(found.get()))
        .orElseThrow();
  }

  public Optional<Followup> find(UUID enrollmentId) {
    return followups.find(enrollmentId).await().atMost(PATIENCE);
  }

  public String link(UUID enrollmentId, UUID recipient, String option) {
    return link("eval", enrollmentId, recipient, option, TestBeans.NOW.plusSeconds(86_400));
  }

  public String link(String purpose, UUID subject, UUID recipient, String option, Instant until) {
    return links.sign(new Link(purpose, subject, recipient, option, until));
  }

  @PreDestroy
  void close() {
    producer.close();
  }
}
