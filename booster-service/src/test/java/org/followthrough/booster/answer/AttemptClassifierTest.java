package org.followthrough.booster.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.followthrough.booster.answer.AttemptClassifier.Earlier;
import org.followthrough.booster.answer.AttemptClassifier.Evidence;
import org.junit.jupiter.api.Test;

class AttemptClassifierTest {

  private static final Instant POSTED = Instant.parse("2026-06-01T10:00:00Z");
  private static final Evidence NONE = new Evidence(List.of(), Optional.empty());

  @Test
  void attemptShouldBeAPersonsWhenNothingSpeaksAgainstIt() {
    assertThat(suspicions(attempt("B", "wheel", 2_000), NONE)).isEmpty();
  }

  @Test
  void attemptShouldBeSuspectWhenFasterThanReading() {
    assertThat(suspicions(attempt("B", "wheel", 1_999), NONE)).containsOnly(Suspicion.TOO_FAST);
  }

  @Test
  void attemptShouldBeSuspectWhenThereWasNoGesture() {
    assertThat(suspicions(attempt("B", " ", 5_000), NONE)).containsOnly(Suspicion.NO_GESTURE);
  }

  @Test
  void attemptShouldBeSuspectWhenItsChoiceIsNotTheMailedOne() {
    assertThat(suspicions(attempt("C", "wheel", 5_000), NONE))
        .containsOnly(Suspicion.FOREIGN_CHOICE);
  }

  @Test
  void attemptShouldBeSuspectWhenAnotherChoiceWasPostedWithinAMinute() {
    assertThat(after(new Earlier("A", POSTED.minusSeconds(60))))
        .containsOnly(Suspicion.SEVERAL_CHOICES);
    assertThat(after(new Earlier("A", POSTED.minusSeconds(61)))).isEmpty();
    assertThat(after(new Earlier("B", POSTED.minusSeconds(10)))).isEmpty();
  }

  @Test
  void attemptShouldBeSuspectWhenTheHiddenLinkWasOpenedNearby() {
    for (int seconds : List.of(-60, -1, 0, 60)) {
      var evidence = new Evidence(List.of(), Optional.of(POSTED.plusSeconds(seconds)));
      assertThat(suspicions(attempt("B", "wheel", 5_000), evidence)).containsOnly(Suspicion.CANARY);
    }
    var longAgo = new Evidence(List.of(), Optional.of(POSTED.minusSeconds(61)));
    assertThat(suspicions(attempt("B", "wheel", 5_000), longAgo)).isEmpty();
  }

  private static Set<Suspicion> after(Earlier earlier) {
    var evidence = new Evidence(List.of(earlier), Optional.empty());
    return suspicions(attempt("B", "pointerdown", 5_000), evidence);
  }

  private static Set<Suspicion> suspicions(Attempt attempt, Evidence evidence) {
    return AttemptClassifier.suspicions(attempt, evidence);
  }

  private static Attempt attempt(String choice, String gesture, long millisOnPage) {
    Instant loaded = POSTED.minus(Duration.ofMillis(millisOnPage));
    return new Attempt(new UUID(1, 1), "n", choice, "B", gesture, loaded, POSTED);
  }
}
