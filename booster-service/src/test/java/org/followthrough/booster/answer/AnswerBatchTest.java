package org.followthrough.booster.answer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.followthrough.booster.answer.AttemptClassifier.Earlier;
import org.followthrough.booster.answer.Standing.Answer;
import org.followthrough.booster.track.BoosterEvents;
import org.followthrough.kit.event.EventComposer;
import org.followthrough.kit.event.EventJson;
import org.followthrough.kit.testing.EventContracts;
import org.junit.jupiter.api.Test;

class AnswerBatchTest {

  private static final Instant NOW = Instant.parse("2027-01-21T09:00:00Z");
  private static final Instant POSTED = Instant.parse("2026-06-01T10:00:00Z");
  private static final UUID BOOSTER = new UUID(1, 1);
  private static final UUID ENROLLMENT = new UUID(1, 2);
  private static final String RIGHT = "B";
  private static final Set<String> CHOICES = Set.of("A", "B", "C");

  private final Map<UUID, Standing> standings = new HashMap<>();
  private final AnswerBatch batch =
      new AnswerBatch(
          standings, new EventComposer(Clock.fixed(NOW, ZoneOffset.UTC), "booster-service"), NOW);

  @Test
  void firstHumanAttemptShouldCountAndTheSamePostAgainShouldBeTheSame() {
    given(BOOSTER, open());
    assertThat(batch.judge(post("n1", RIGHT, 0))).isEqualTo(AnswerResult.COUNTED);
    assertThat(batch.judge(post("n1", RIGHT, 1))).isEqualTo(AnswerResult.COUNTED);
    assertThat(batch.events()).hasSize(1);
    assertThat(json(batch.attempts())).hasSize(1);
    JsonNode answer = json(batch.answers()).get(0);
    assertThat(answer.path("choice").asText()).isEqualTo(RIGHT);
    assertThat(answer.path("correct").asBoolean()).isTrue();
    assertThat(answer.path("doubted").asBoolean()).isFalse();
  }

  @Test
  void laterChoiceShouldBePracticeWhenAPersonHasAnsweredLongBefore() {
    given(BOOSTER, answered("A", POSTED));
    assertThat(batch.judge(post("n1", "C", 61))).isEqualTo(AnswerResult.PRACTICE);
    assertThat(batch.judge(post("n2", "A", 200))).isEqualTo(AnswerResult.COUNTED);
    assertThat(batch.events()).isEmpty();
    assertThat(json(batch.answers())).isEmpty();
  }

  @Test
  void answerShouldBeInDoubtWhenAnotherChoiceComesRightAfterIt() {
    given(BOOSTER, open());
    assertThat(batch.judge(post("n1", "A", 0))).isEqualTo(AnswerResult.COUNTED);
    assertThat(batch.judge(post("n2", "B", 1))).isEqualTo(AnswerResult.AGAIN);
    assertThat(batch.judge(post("n3", "C", 2))).isEqualTo(AnswerResult.AGAIN);
    JsonNode answer = json(batch.answers()).get(0);
    assertThat(answer.path("choice").asText()).isEqualTo("A");
    assertThat(answer.path("doubted").asBoolean()).isTrue();
    assertThat(json(batch.attempts()))
        .extracting(each -> each.path("class").asText())
        .containsExactly("human", "suspect", "suspect");
  }

  @Test
  void personShouldTakeThePlaceOfADoubtedAnswer() throws Exception {
    given(BOOSTER, new Standing(terms(ENROLLMENT), false, new Answer("A", POSTED, true)));
    assertThat(batch.judge(post("n1", RIGHT, 120))).isEqualTo(AnswerResult.COUNTED);
    var event = batch.events().get(0).event();
    assertThat(event.type()).isEqualTo("booster.BoosterAnswered.v1");
    EventContracts.assertValid(event.type(), event.data());
    assertThat(EventJson.mapper().readTree(event.data()).path("correct").asBoolean()).isTrue();
    assertThat(json(batch.answers()).get(0).path("doubted").asBoolean()).isFalse();
    assertThat(batch.judge(post("n2", "A", 200))).isEqualTo(AnswerResult.PRACTICE);
  }

  @Test
  void doubtedAnswerShouldStandWhenTheTimeIsOver() {
    var terms = new Standing.Terms(owner(ENROLLMENT), 1, CHOICES, RIGHT, NOW, Optional.empty());
    given(BOOSTER, new Standing(terms, false, new Answer("A", POSTED, true)));
    assertThat(batch.judge(post("n1", RIGHT, 120))).isEqualTo(AnswerResult.PRACTICE);
    assertThat(batch.events()).isEmpty();
  }

  @Test
  void eventsShouldBeNumberedOnWhenTwoQuestionsOfOneEnrollmentAreAnswered() {
    UUID next = new UUID(1, 9);
    given(BOOSTER, new Standing(terms(ENROLLMENT), false, new Answer("A", POSTED, true)));
    given(next, open());
    batch.judge(post("n1", RIGHT, 120));
    batch.judge(attempt(next, "n2", "A", 120));
    assertThat(batch.events())
        .extracting(each -> each.event().aggregateVersion())
        .containsExactly(8L, 9L);
    assertThat(json(batch.tracks())).hasSize(1);
    assertThat(json(batch.tracks()).get(0).path("version").asLong()).isEqualTo(9);
  }

  @Test
  void programThatNeverTiresShouldNotFillTheDiskNorLockThePersonOut() {
    given(BOOSTER, open());
    for (int i = 0; i < 500; i++) {
      Attempt press = post("bot" + i, i % 2 == 0 ? "A" : "C", 0);
      assertThat(batch.judge(press)).isIn(AnswerResult.AGAIN, AnswerResult.COUNTED);
    }
    assertThat(json(batch.attempts()).size()).isLessThanOrEqualTo(100);
    assertThat(batch.judge(post("me", RIGHT, 120))).isEqualTo(AnswerResult.COUNTED);
    assertThat(json(batch.attempts()))
        .last()
        .extracting(each -> each.path("nonce").asText())
        .isEqualTo("me");
    for (int i = 0; i < 500; i++) {
      batch.judge(post("later" + i, "A", 300));
    }
    assertThat(json(batch.attempts()).size()).isLessThanOrEqualTo(101);
  }

  @Test
  void attemptShouldBeRefusedWhenItsQuestionOrChoiceIsUnknownOrOver() {
    given(BOOSTER, open());
    assertThat(batch.judge(attempt(new UUID(8, 8), "n", "A", 0))).isEqualTo(AnswerResult.UNKNOWN);
    assertThat(batch.judge(post("n", "D", 0))).isEqualTo(AnswerResult.UNKNOWN);
    Attempt odd = new Attempt(BOOSTER, "n", "AB", "A", "wheel", POSTED.minusSeconds(5), POSTED);
    assertThat(batch.judge(odd)).isEqualTo(AnswerResult.NO_CHOICE);
    given(BOOSTER, new Standing(terms(ENROLLMENT), false, null));
    assertThat(batch.judge(post("n", "A", 0))).isEqualTo(AnswerResult.OVER);
    assertThat(batch.hasAttempts()).isFalse();
  }

  private void given(UUID boosterId, Standing standing) {
    standings.put(boosterId, standing);
  }

  private static Standing open() {
    return new Standing(terms(ENROLLMENT), true, null);
  }

  private static Standing answered(String choice, Instant postedAt) {
    var standing = new Standing(terms(ENROLLMENT), false, new Answer(choice, postedAt, false));
    standing.remember("n0", new Earlier(choice, postedAt));
    return standing;
  }

  private static Standing.Terms terms(UUID enrollmentId) {
    Instant closesAt = NOW.plus(Duration.ofDays(7));
    return new Standing.Terms(owner(enrollmentId), 1, CHOICES, RIGHT, closesAt, Optional.empty());
  }

  private static BoosterEvents.Owner owner(UUID enrollmentId) {
    return new BoosterEvents.Owner(new UUID(2, 1), enrollmentId, new UUID(2, 2), new UUID(2, 3), 7);
  }

  private static Attempt post(String nonce, String choice, int second) {
    return attempt(BOOSTER, nonce, choice, second);
  }

  private static Attempt attempt(UUID boosterId, String nonce, String choice, int second) {
    Instant postedAt = POSTED.plusSeconds(second);
    return new Attempt(
        boosterId, nonce, choice, choice, "touchstart", postedAt.minusSeconds(5), postedAt);
  }

  private static JsonNode json(String rows) {
    try {
      return EventJson.mapper().readTree(rows);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(rows, e);
    }
  }
}
