package org.followthrough.booster.answer;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.followthrough.booster.answer.AttemptClassifier.Earlier;
import org.followthrough.booster.answer.AttemptClassifier.Evidence;
import org.followthrough.booster.track.BoosterEvents;
import org.followthrough.booster.track.IssuedQuestion;
import org.followthrough.kit.event.EventComposer;
import org.followthrough.kit.event.EventJson;
import org.followthrough.kit.outbox.PendingEvent;

/** Judges attempts that came together, each in the light of those before it. */
final class AnswerBatch {

  private static final int MOST_SUSPECTS = 100;

  /** A question with all that was tried on it, and what became of the attempts by nonce. */
  static final class Standing {
    private final BoosterEvents.Owner owner;
    private final int sequence;
    private final IssuedQuestion question;
    private final Instant closesAt;
    private final Optional<Instant> canaryHitAt;
    private final List<Earlier> attempts = new ArrayList<>();
    private final Map<String, AnswerResult> resultsByNonce = new HashMap<>();
    private String state;

    Standing(
        BoosterEvents.Owner owner,
        int sequence,
        IssuedQuestion question,
        Instant closesAt,
        Optional<Instant> canaryHitAt,
        String state) {
      this.owner = owner;
      this.sequence = sequence;
      this.question = question;
      this.closesAt = closesAt;
      this.canaryHitAt = canaryHitAt;
      this.state = state;
    }

    /** An attempt of before, in order. */
    void remember(String nonce, Earlier attempt) {
      boolean counts = attempt.human() && !evidence().hasHuman();
      attempts.add(attempt);
      resultsByNonce.put(nonce, result(attempt.human(), counts));
    }

    private Evidence evidence() {
      return new Evidence(attempts, canaryHitAt);
    }

    private AnswerResult result(boolean human, boolean counts) {
      if (counts) {
        return AnswerResult.COUNTED;
      }
      return human || state.equals("answered") ? AnswerResult.PRACTICE : AnswerResult.AGAIN;
    }

    private boolean isOverAt(Instant now) {
      return !state.equals("answered") && !(state.equals("open") && now.isBefore(closesAt));
    }
  }

  private final Map<UUID, Standing> standings;
  private final EventComposer composer;
  private final Instant now;
  private final Map<UUID, BoosterEvents> eventsByEnrollment = new HashMap<>();
  private final ArrayNode attempts = EventJson.mapper().createArrayNode();
  private final ArrayNode answers = EventJson.mapper().createArrayNode();
  private final List<PendingEvent> events = new ArrayList<>();

  AnswerBatch(Map<UUID, Standing> standings, EventComposer composer, Instant now) {
    this.standings = standings;
    this.composer = composer;
    this.now = now;
  }

  /** What becomes of the attempt. */
  AnswerResult judge(Attempt attempt) {
    Standing standing = standings.get(attempt.boosterId());
    if (standing == null) {
      return AnswerResult.OVER;
    }
    AnswerResult known = standing.resultsByNonce.get(attempt.nonce());
    if (known != null) {
      return known;
    }
    if (standing.isOverAt(now)) {
      return AnswerResult.OVER;
    }
    return record(attempt, standing);
  }

  private AnswerResult record(Attempt attempt, Standing standing) {
    Set<Suspicion> suspicions = AttemptClassifier.suspicions(attempt, standing.evidence());
    boolean human = suspicions.isEmpty();
    boolean counts = human && !standing.state.equals("answered");
    if (counts) {
      answer(attempt, standing);
    }
    standing.attempts.add(new Earlier(attempt.choice(), attempt.postedAt(), human));
    AnswerResult result = standing.result(human, counts);
    standing.resultsByNonce.put(attempt.nonce(), result);
    // A program that never tires must not fill the disk; a person is recorded whatever came before.
    if (human || standing.attempts.size() <= MOST_SUSPECTS) {
      write(attempt, suspicions);
    }
    return result;
  }

  private void answer(Attempt attempt, Standing standing) {
    standing.state = "answered";
    boolean correct = standing.question.rightChoice().key().equals(attempt.choice());
    BoosterEvents made =
        eventsByEnrollment.computeIfAbsent(
            standing.owner.enrollmentId(), id -> new BoosterEvents(composer, standing.owner));
    events.add(made.answered(attempt.boosterId(), standing.sequence, correct, now));
    answers
        .addObject()
        .put("booster_id", attempt.boosterId().toString())
        .put("enrollment_id", standing.owner.enrollmentId().toString())
        .put("choice", attempt.choice())
        .put("correct", correct)
        .put("version", made.version());
  }

  private void write(Attempt attempt, Set<Suspicion> suspicions) {
    attempts
        .addObject()
        .put("booster_id", attempt.boosterId().toString())
        .put("nonce", attempt.nonce())
        .put("choice", attempt.choice())
        .put("class", suspicions.isEmpty() ? "human" : "suspect")
        .put("suspicions", suspicions.stream().map(Enum::name).collect(Collectors.joining(" ")))
        .put("loaded_at", attempt.loadedAt().toString())
        .put("posted_at", attempt.postedAt().toString())
        .put("answered_at", now.toString());
  }

  String attempts() {
    return attempts.toString();
  }

  boolean hasAttempts() {
    return !attempts.isEmpty();
  }

  /** Rows of the answers that count. */
  String answers() {
    return answers.toString();
  }

  List<PendingEvent> events() {
    return events;
  }
}
