package org.followthrough.booster.answer;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.followthrough.booster.answer.AttemptClassifier.Earlier;
import org.followthrough.booster.track.BoosterEvents;
import org.followthrough.kit.event.EventComposer;
import org.followthrough.kit.event.EventJson;
import org.followthrough.kit.outbox.PendingEvent;

/** Judges attempts that came together, each in the light of those before it. */
final class AnswerBatch {

  private static final int MOST_KEPT = 100;

  private final Map<UUID, Standing> standings;
  private final EventComposer composer;
  private final Instant now;
  private final Map<UUID, BoosterEvents> eventsByEnrollment = new HashMap<>();
  private final Map<UUID, Boolean> countedByBooster = new LinkedHashMap<>();
  private final ArrayNode attempts = EventJson.mapper().createArrayNode();
  private final List<PendingEvent> events = new ArrayList<>();

  AnswerBatch(Map<UUID, Standing> standings, EventComposer composer, Instant now) {
    this.standings = standings;
    this.composer = composer;
    this.now = now;
  }

  /** What becomes of the attempt. */
  AnswerResult judge(Attempt attempt) {
    Standing standing = standings.get(attempt.boosterId());
    if (standing == null || !standing.knowsLinkTo(attempt.mailed())) {
      return AnswerResult.UNKNOWN;
    }
    if (!standing.offers(attempt.choice())) {
      return AnswerResult.NO_CHOICE;
    }
    Optional<String> known = standing.choiceOf(attempt.nonce());
    if (known.isPresent()) {
      return standing.resultFor(known.get(), now);
    }
    if (standing.isOverAt(now)) {
      return AnswerResult.OVER;
    }
    return record(attempt, standing);
  }

  private AnswerResult record(Attempt attempt, Standing standing) {
    Set<Suspicion> suspicions = AttemptClassifier.suspicions(attempt, standing.evidence());
    boolean counts = suspicions.isEmpty() && standing.takesAnswersAt(now);
    if (counts) {
      answer(attempt, standing);
    } else if (standing.isContradictedBy(attempt)) {
      standing.doubt();
      countedByBooster.putIfAbsent(attempt.boosterId(), false);
    }
    standing.remember(attempt.nonce(), new Earlier(attempt.choice(), attempt.postedAt()));
    // A program that never tires must not fill the disk; an answer is kept whatever came before.
    if (counts || standing.attempts() <= MOST_KEPT) {
      write(attempt, suspicions);
    }
    return standing.resultFor(attempt.choice(), now);
  }

  private void answer(Attempt attempt, Standing standing) {
    standing.answer(attempt);
    countedByBooster.put(attempt.boosterId(), true);
    Standing.Terms terms = standing.terms();
    BoosterEvents made =
        eventsByEnrollment.computeIfAbsent(
            terms.owner().enrollmentId(), id -> new BoosterEvents(composer, terms.owner()));
    events.add(made.answered(attempt.boosterId(), terms.sequence(), standing.isRight(), now));
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

  /** Rows of the questions whose answer is new or newly in doubt. */
  String answers() {
    ArrayNode rows = EventJson.mapper().createArrayNode();
    countedByBooster.forEach((boosterId, counted) -> write(rows.addObject(), boosterId, counted));
    return rows.toString();
  }

  private void write(ObjectNode row, UUID boosterId, boolean counted) {
    Standing standing = standings.get(boosterId);
    row.put("booster_id", boosterId.toString())
        .put("choice", standing.answer().choice())
        .put("correct", standing.isRight())
        .put("posted_at", standing.answer().postedAt().toString())
        .put("doubted", standing.answer().doubted())
        .put("closed_at", counted ? now.toString() : null);
  }

  /** Rows of the tracks that go on, with the version of their last event. */
  String tracks() {
    ArrayNode rows = EventJson.mapper().createArrayNode();
    eventsByEnrollment.forEach(
        (enrollmentId, made) ->
            rows.addObject()
                .put("enrollment_id", enrollmentId.toString())
                .put("version", made.version()));
    return rows.toString();
  }

  List<PendingEvent> events() {
    return events;
  }
}
