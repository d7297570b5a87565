package org.followthrough.booster.track;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.followthrough.booster.question.QuestionContent;
import org.followthrough.booster.track.TrackStep.Asking;
import org.followthrough.booster.track.TrackStep.Closing;
import org.followthrough.booster.track.TrackStep.Reason;
import org.followthrough.booster.track.TrackStep.Shift;
import org.followthrough.booster.track.TrackStep.State;
import org.followthrough.kit.event.EventComposer;
import org.followthrough.kit.event.EventJson;
import org.followthrough.kit.outbox.PendingEvent;

/** The steps of many tracks, gathered as rows and events to be written together. */
final class StepBatch {

  private final EventComposer composer;
  private final Gaps gaps;
  private final Instant now;
  private final ArrayNode closings = EventJson.mapper().createArrayNode();
  private final ArrayNode askings = EventJson.mapper().createArrayNode();
  private final ArrayNode shifts = EventJson.mapper().createArrayNode();
  private final ArrayNode moves = EventJson.mapper().createArrayNode();
  private final List<PendingEvent> events = new ArrayList<>();

  StepBatch(EventComposer composer, Gaps gaps, Instant now) {
    this.composer = composer;
    this.gaps = gaps;
    this.now = now;
  }

  /** Takes the track's next step; bank: what may be asked after its course. */
  void add(DueTrack due, Map<UUID, QuestionContent> bank) {
    TrackStep step = new Track(due.facts(), due.history(), gaps).next(bank.keySet(), now);
    var made = new BoosterEvents(composer, due.owner());
    step.closing().ifPresent(closing -> close(closing, made));
    step.asking().ifPresent(asking -> ask(asking, bank.get(asking.questionId()), due, made));
    step.shift().ifPresent(shift -> shift(shift, due.open().orElseThrow(), made));
    if (step.state() == State.FINISHED) {
      events.add(finished(due, made));
    }
    move(due, step, made.version());
  }

  private void close(Closing closing, BoosterEvents made) {
    String state = closing.reason() == Reason.UNANSWERED ? "unanswered" : "cancelled";
    closings.addObject().put("booster_id", closing.boosterId().toString()).put("state", state);
    events.add(made.cancelled(closing.boosterId(), closing.reason()));
  }

  private void ask(Asking asking, QuestionContent content, DueTrack due, BoosterEvents made) {
    BoosterEvents.Owner owner = due.owner();
    UUID boosterId = EventComposer.newId();
    var issued = IssuedQuestion.of(content, asking.questionId(), owner.personId());
    askings
        .addObject()
        .put("booster_id", boosterId.toString())
        .put("organization_id", owner.organizationId().toString())
        .put("enrollment_id", owner.enrollmentId().toString())
        .put("person_id", owner.personId().toString())
        .put("course_id", owner.courseId().toString())
        .put("question_id", asking.questionId().toString())
        .put("sequence", asking.sequence())
        .put("content", issued.toJson())
        .put("due_on", asking.dueOn().toString())
        .put("expires_on", asking.expiresOn().toString());
    events.add(made.scheduled(boosterId, asking, issued));
  }

  private void shift(Shift shift, IssuedQuestion question, BoosterEvents made) {
    Asking asking = shift.asking();
    shifts
        .addObject()
        .put("booster_id", shift.boosterId().toString())
        .put("due_on", asking.dueOn().toString())
        .put("expires_on", asking.expiresOn().toString());
    events.add(made.scheduled(shift.boosterId(), asking, question));
  }

  private PendingEvent finished(DueTrack due, BoosterEvents made) {
    int asked = (int) due.history().stream().filter(each -> !each.wasCancelled()).count();
    int answered = (int) due.history().stream().filter(Asked::isAnswered).count();
    return made.finished(asked, answered, now);
  }

  private void move(DueTrack due, TrackStep step, long version) {
    moves
        .addObject()
        .put("enrollment_id", due.enrollmentId().toString())
        .put("state", step.state().name().toLowerCase(Locale.ROOT))
        .put("version", version)
        .put("next_step_at", step.lookAgainAt().toString());
  }

  Optional<String> closings() {
    return closings.isEmpty() ? Optional.empty() : Optional.of(closings.toString());
  }

  Optional<String> askings() {
    return askings.isEmpty() ? Optional.empty() : Optional.of(askings.toString());
  }

  Optional<String> shifts() {
    return shifts.isEmpty() ? Optional.empty() : Optional.of(shifts.toString());
  }

  String moves() {
    return moves.toString();
  }

  List<PendingEvent> events() {
    return events;
  }
}
