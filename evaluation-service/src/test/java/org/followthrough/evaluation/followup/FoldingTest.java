package org.followthrough.evaluation.followup;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.followthrough.evaluation.people.People;
import org.followthrough.evaluation.testing.EvaluationStack;
import org.followthrough.evaluation.testing.GivenEnrollment;
import org.followthrough.evaluation.testing.TestBeans;
import org.followthrough.evaluation.testing.Wire;
import org.followthrough.kit.consumer.ReceivedEvent;
import org.followthrough.kit.event.EventEnvelope;
import org.followthrough.kit.outbox.PendingEvent;
import org.junit.jupiter.api.Test;

/** Events of all topics through a real broker into the documents. */
@QuarkusTest
@QuarkusTestResource(EvaluationStack.class)
class FoldingTest {

  private static final UUID COURSE = UUID.randomUUID();

  @Inject Wire wire;
  @Inject People people;

  @Test
  void shuffledAndRepeatedEventsOfManyEnrollmentsAllArrive() {
    long seed = new Random().nextLong();
    var random = new Random(seed);
    List<GivenEnrollment> all = new ArrayList<>();
    List<PendingEvent> events = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      GivenEnrollment given = story();
      all.add(given);
      events.addAll(given.events());
      events.addAll(given.events());
    }
    Collections.shuffle(events, random);

    wire.send(events);

    for (GivenEnrollment given : all) {
      Followup followup = wire.await(given);
      assertThat(followup.isCompleted()).as("seed %d", seed).isTrue();
      assertThat(followup.hasTalked()).isTrue();
      assertThat(followup.boostersAsked()).isEqualTo(1);
      assertThat(followup.boostersRight()).isEqualTo(1);
      assertThat(followup.sent()).hasSize(2);
      assertThat(followup.baselineOf(Audience.LEARNER, given.learnerId)).isEqualTo(4);
      assertThat(followup.baselineOf(Audience.MANAGER, given.managerId)).isEqualTo(3);
    }
  }

  @Test
  void anotherOrganizationCannotChangeAFollowup() {
    GivenEnrollment given = story();
    wire.tell(given);
    Followup before = wire.await(given);
    List<ReceivedEvent> foreign =
        given.withdrawn().planned().events().stream()
            .map(each -> new ReceivedEvent(each.topic(), ofOther(each.event())))
            .toList();

    followups.fold(foreign).await().atMost(Wire.PATIENCE);

    assertThat(wire.find(given.enrollmentId)).contains(before);
  }

  @Test
  void anErasureTakesTheNameAndEveryWordOfThatPerson() {
    GivenEnrollment given = story();
    wire.tell(given);
    submit(given, Audience.LEARNER, given.learnerId);
    submit(given, Audience.MANAGER, given.managerId);

    var erasure = new GivenEnrollment(TestBeans.ORGANIZATION, COURSE, given.managerId);
    wire.send(after(given, erasure.erased(given.managerId)));

    Followup managerErased =
        wire.await(given.enrollmentId, each -> answers(each, Audience.MANAGER).example() == null);
    assertThat(answers(managerErased, Audience.MANAGER).hindered()).isNull();
    assertThat(answers(managerErased, Audience.MANAGER).rating()).isEqualTo(7);
    assertThat(answers(managerErased, Audience.LEARNER).example()).isEqualTo("an example");
    wire.until(() -> people(given).get(given.managerId).left());
    assertThat(people(given).get(given.managerId).name()).isNull();

    wire.send(after(given, erasure.erased(given.learnerId)));
    Followup bothErased =
        wire.await(given.enrollmentId, each -> answers(each, Audience.LEARNER).example() == null);
    assertThat(answers(bothErased, Audience.LEARNER).helped()).isNull();
  }

  @Inject Followups followups;

  private void submit(GivenEnrollment given, Audience audience, UUID by) {
    var answers = new Answers(7, Applied.PARTLY, "an example", "a colleague", "no time");
    followups
        .decide(
            given.enrollmentId,
            followup ->
                java.util.Optional.of(
                    new Followups.Decision(
                        followup.submitted(
                            new FormKind(Stage.M3, audience), by, answers, TestBeans.NOW),
                        List.of())))
        .await()
        .atMost(Wire.PATIENCE);
  }

  private Map<UUID, org.followthrough.evaluation.people.Person> people(GivenEnrollment given) {
    return people
        .byIds(given.organizationId, List.of(given.managerId, given.learnerId))
        .await()
        .atMost(Wire.PATIENCE);
  }

  /** The last event, with a version above all that were told of its person. */
  private static List<PendingEvent> after(GivenEnrollment given, GivenEnrollment erasure) {
    List<PendingEvent> events = erasure.events();
    PendingEvent last = events.get(events.size() - 1);
    EventEnvelope e = last.event();
    return List.of(
        new PendingEvent(
            last.topic(),
            new EventEnvelope(
                e.id(),
                e.source(),
                e.type(),
                e.subject(),
                e.time(),
                given.organizationId,
                e.correlationId(),
                null,
                99,
                null,
                null)));
  }

  private static EventEnvelope ofOther(EventEnvelope e) {
    return new EventEnvelope(
        UUID.randomUUID(),
        e.source(),
        e.type(),
        e.subject(),
        e.time(),
        TestBeans.OTHER_ORGANIZATION,
        e.correlationId(),
        null,
        e.aggregateVersion() + 50,
        null,
        e.data());
  }

  private static Answers answers(Followup followup, Audience audience) {
    return followup.evaluation(new FormKind(Stage.M3, audience)).answers();
  }

  private static GivenEnrollment story() {
    UUID booster = UUID.randomUUID();
    return new GivenEnrollment(TestBeans.ORGANIZATION, COURSE, UUID.randomUUID())
        .people("Ana López", "Kim Weber", "en")
        .enrolled()
        .completed(TestBeans.NOW.minusSeconds(90 * 86_400L))
        .expectations(4)
        .talked("before", 3)
        .planned()
        .talked("after", null)
        .boosterScheduled(booster, 1)
        .boosterAnswered(booster, 1, true)
        .sent("booster", 1)
        .sent("evaluation-3m-learner", 0);
  }
}
