package org.followthrough.reminder.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.followthrough.kit.consumer.ReceivedEvent;
import org.followthrough.kit.event.EventEnvelope;
import org.followthrough.kit.event.UnreadableEventException;
import org.followthrough.kit.testing.RepositoryRoot;
import org.junit.jupiter.api.Test;

class JourneyEventsContractTest {

  private static final Path EXAMPLES = RepositoryRoot.find().resolve("docs/events/examples");
  private static final UUID ANY = UUID.fromString("018f3a5e-7a10-7c11-9a01-000000000009");

  @Test
  void everyPublishedExampleShouldBeUnderstood() throws IOException {
    List<JourneyEvent> events = new ArrayList<>();
    long version = 0;
    for (Path example : examples()) {
      String type = example.getParent().getFileName().toString();
      JourneyEvents.read(event(type, ++version, Files.readAllBytes(example)))
          .ifPresent(events::add);
    }

    assertThat(events).hasSizeGreaterThanOrEqualTo(17);
    assertThat(events).allMatch(e -> e.enrollmentId().equals(GivenJourney.ENROLLMENT));
    Facts facts = Facts.NONE;
    for (JourneyEvent event : events) {
      facts = facts.with(event.finding());
    }
    assertThat(facts.enrollment()).isNotNull();
    assertThat(facts.plan().version()).isEqualTo(2);
    assertThat(facts.plan().actions().get(0).situation()).contains("customer");
    assertThat(facts.expectations().baseline()).isEqualTo(4);
    assertThat(facts.talks()).hasSize(2);
    assertThat(facts.progress().get(GivenJourney.ACTION).status()).isEqualTo("started");
    assertThat(facts.boosters().get(GivenJourney.BOOSTER).schedule().dueOn()).isNotNull();
    assertThat(facts.evaluations()).containsExactly(EvaluationGiven.Form.M3_LEARNER);
  }

  @Test
  void payloadsWithoutWhatPlanningNeedsShouldBeUnreadable() {
    for (String type : List.of("enrollment.CourseCompleted.v1", "booster.BoosterScheduled.v1")) {
      byte[] empty = "{}".getBytes(StandardCharsets.UTF_8);
      assertThatThrownBy(() -> JourneyEvents.read(event(type, 1, empty)))
          .isInstanceOf(UnreadableEventException.class);
    }
  }

  @Test
  void typesPlanningDoesNotNeedShouldBeIgnored() {
    byte[] empty = "{}".getBytes(StandardCharsets.UTF_8);
    assertThat(JourneyEvents.read(event("booster.SomethingElse.v1", 1, empty))).isEmpty();
  }

  private static List<Path> examples() throws IOException {
    try (Stream<Path> files = Files.walk(EXAMPLES)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static ReceivedEvent event(String type, long version, byte[] payload) {
    return new ReceivedEvent(
        "any",
        new EventEnvelope(
            ANY,
            "/test",
            type,
            ANY.toString(),
            Instant.EPOCH,
            ANY,
            ANY,
            null,
            version,
            null,
            payload));
  }
}
