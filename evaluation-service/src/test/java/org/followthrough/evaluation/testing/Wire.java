package org.followthrough.evaluation.testing;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.followthrough.evaluation.courses.Courses;
import org.followthrough.evaluation.followup.Followup;
import org.followthrough.evaluation.followup.Followups;
import org.followthrough.evaluation.people.People;
import org.followthrough.evaluation.people.Person;
import org.followthrough.kit.link.Link;
import org.followthrough.kit.link.SignedLinks;
import org.followthrough.kit.outbox.KafkaEventPublisher;
import org.followthrough.kit.outbox.PendingEvent;

/** Sends events as the other services do, and waits for what becomes of them. */
@Singleton
public class Wire {

  /** For what a busy machine does in a moment: a test that waits so long has failed. */
  public static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final Duration OFTEN = Duration.ofMillis(50);

  private final KafkaEventPublisher publisher;
  private final Followups followups;
  private final People people;
  private final Courses courses;
  private final SignedLinks links;

  Wire(
      KafkaEventPublisher publisher,
      Followups followups,
      People people,
      Courses courses,
      SignedLinks links) {
    this.publisher = publisher;
    this.followups = followups;
    this.people = people;
    this.courses = courses;
    this.links = links;
  }

  public void send(List<PendingEvent> events) {
    assertThat(publisher.publish(events).await().atMost(PATIENCE))
        .containsAll(events.stream().map(each -> each.event().id()).toList());
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
}
