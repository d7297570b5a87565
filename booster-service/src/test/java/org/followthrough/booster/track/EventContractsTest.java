package org.followthrough.booster.track;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.followthrough.booster.question.QuestionContent;
import org.followthrough.booster.question.QuestionContent.Option;
import org.followthrough.booster.track.TrackStep.Asking;
import org.followthrough.booster.track.TrackStep.Reason;
import org.followthrough.kit.event.EventComposer;
import org.followthrough.kit.event.EventEnvelope;
import org.followthrough.kit.testing.EventContracts;
import org.junit.jupiter.api.Test;

class EventContractsTest {

  private static final Instant NOW = Instant.parse("2027-01-19T15:00:00Z");
  private static final UUID BOOSTER = new UUID(1, 1);
  private static final UUID PERSON = new UUID(1, 2);
  private static final UUID QUESTION = new UUID(1, 3);

  @Test
  void scheduledShouldMeetItsSchemaAndNotTellWhichIsRight() {
    for (int options = 2; options <= 5; options++) {
      IssuedQuestion question = IssuedQuestion.of(content(options), QUESTION, PERSON);
      LocalDate due = LocalDate.parse("2027-01-21");
      EventEnvelope event =
          events()
              .scheduled(BOOSTER, new Asking(QUESTION, 1, due, due.plusDays(7)), question)
              .event();
      EventContracts.assertValid(event.type(), event.data());
      assertThat(new String(event.data(), UTF_8))
          .doesNotContain("correct", "feedback", "because", "goodUse", "results");
    }
  }

  @Test
  void cancelledShouldMeetItsSchemaForEveryReason() {
    for (Reason reason : Reason.values()) {
      EventEnvelope event = events().cancelled(BOOSTER, reason).event();
      EventContracts.assertValid(event.type(), event.data());
    }
  }

  @Test
  void answeredAndFinishedShouldMeetTheirSchemas() {
    EventEnvelope answered = events().answered(BOOSTER, 3, true, NOW).event();
    EventContracts.assertValid(answered.type(), answered.data());
    EventEnvelope finished = events().finished(6, 5, NOW).event();
    EventContracts.assertValid(finished.type(), finished.data());
  }

  @Test
  void eventsShouldBeNumberedOnFromTheTracksVersion() {
    BoosterEvents events = events();
    assertThat(events.cancelled(BOOSTER, Reason.RETIRED).event().aggregateVersion()).isEqualTo(8);
    assertThat(events.finished(1, 1, NOW).event().aggregateVersion()).isEqualTo(9);
    assertThat(events.version()).isEqualTo(9);
  }

  @Test
  void optionsShouldKeepAnOrderOfThePersonsOwn() {
    IssuedQuestion once = IssuedQuestion.of(content(5), QUESTION, PERSON);
    assertThat(IssuedQuestion.of(content(5), QUESTION, PERSON)).isEqualTo(once);
    assertThat(once.options())
        .extracting(IssuedQuestion.Choice::key)
        .containsExactly("A", "B", "C", "D", "E");
    long rightPlaces =
        java.util.stream.IntStream.range(0, 100)
            .mapToObj(i -> IssuedQuestion.of(content(5), QUESTION, new UUID(5, i)))
            .map(issued -> issued.rightChoice().key())
            .distinct()
            .count();
    assertThat(rightPlaces).isEqualTo(5);
    assertThat(IssuedQuestion.fromJson(once.toJson())).isEqualTo(once);
  }

  private static QuestionContent content(int options) {
    List<Option> all =
        java.util.stream.IntStream.range(0, options)
            .mapToObj(i -> new Option("option " + i, i == 0, "because " + i))
            .toList();
    return new QuestionContent("Stem?", all, "use", "brings", List.of());
  }

  private static BoosterEvents events() {
    var composer = new EventComposer(Clock.fixed(NOW, ZoneOffset.UTC), "booster-service");
    var owner = new BoosterEvents.Owner(new UUID(2, 1), new UUID(2, 2), PERSON, new UUID(2, 3), 7);
    return new BoosterEvents(composer, owner);
  }
}
