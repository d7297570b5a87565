package org.followthrough.evaluation.testing;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.followthrough.evaluation.followup.Followup;
import org.followthrough.evaluation.followup.Followups;
import org.followthrough.evaluation.people.People;
import org.followthrough.kit.link.Link;
import org.followthrough.kit.link.SignedLinks;
import org.followthrough.kit.outbox.KafkaEventPublisher;
import org.followthrough.kit.outbox.PendingEvent;

/** Sends events as the other services do, and waits for what becomes of them. */
@Singleton
public class Wire {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final KafkaEventPublisher publisher;
  private final Followups followups;
  private final People people;
  private final SignedLinks links;

  Wire(KafkaEventPublisher publisher, Followups followups, People people, SignedLinks links) {
    this.publisher = publisher;
    this.followups = followups;
    this.people = people;
    this.links = links;
  }

  public void send(List<PendingEvent> events) {
    assertThat(publisher.publish(events).await().atMost(PATIENCE))
        .containsAll(events.stream().map(each -> each.event().id()).toList());
  }

  /** Sends all of it and waits until the enrollment and its people are known. */
  public void tell(GivenEnrollment given) {
    send(given.events());
    await(given.enrollmentId, each -> each.enrollment() != null);
    Awaitility.await()
        .atMost(PATIENCE)
        .until(
            () ->
                people
                        .byIds(given.organizationId, List.of(given.learnerId, given.managerId))
                        .await()
                        .atMost(PATIENCE)
                        .size()
                    == 2);
  }

  public Followup await(UUID enrollmentId, Predicate<Followup> condition) {
    return Awaitility.await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(50))
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
