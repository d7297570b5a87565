package org.followthrough.booster.answer;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Tells people from programs that open and press everything in a mail, by what was seen before.
 * Evidence only: a suspect sees the same page and may try again, and the first attempt without
 * suspicion counts. A program that takes one option only, at a person's pace and with a gesture,
 * cannot be told from a person by any of this.
 */
final class AttemptClassifier {

  static final Duration FASTEST_PERSON = Duration.ofSeconds(2);
  static final Duration WINDOW = Duration.ofSeconds(60);

  /** An earlier attempt on the same question. */
  record Earlier(String choice, Instant postedAt) {}

  /** What was seen of one question before an attempt. */
  record Evidence(List<Earlier> attempts, Optional<Instant> canaryHitAt) {

    Evidence {
      attempts = List.copyOf(attempts);
    }
  }

  private AttemptClassifier() {}

  /** The reasons to suspect the attempt; none makes it a person's. */
  static Set<Suspicion> suspicions(Attempt attempt, Evidence evidence) {
    Set<Suspicion> found = EnumSet.noneOf(Suspicion.class);
    if (attempt.postedAt().isBefore(attempt.loadedAt().plus(FASTEST_PERSON))) {
      found.add(Suspicion.TOO_FAST);
    }
    if (attempt.gesture().isBlank()) {
      found.add(Suspicion.NO_GESTURE);
    }
    if (!attempt.choice().equals(attempt.mailed())) {
      found.add(Suspicion.FOREIGN_CHOICE);
    }
    if (hasOtherChoiceNearby(attempt, evidence)) {
      found.add(Suspicion.SEVERAL_CHOICES);
    }
    if (evidence.canaryHitAt().filter(hit -> isNear(hit, attempt.postedAt())).isPresent()) {
      found.add(Suspicion.CANARY);
    }
    return found;
  }

  private static boolean hasOtherChoiceNearby(Attempt attempt, Evidence evidence) {
    return evidence.attempts().stream()
        .anyMatch(
            each ->
                !each.choice().equals(attempt.choice())
                    && isNear(each.postedAt(), attempt.postedAt()));
  }

  /** Whether what a program does with one mail may lie so close together. */
  static boolean isNear(Instant one, Instant other) {
    return Duration.between(one, other).abs().compareTo(WINDOW) <= 0;
  }
}
