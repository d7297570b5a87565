package org.followthrough.evaluation.followup;

import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * What outcomes count of one enrollment: a followup without its words, and small, so that those of
 * a whole course are read at once.
 *
 * @param learnerId null where only events without it came so far
 * @param completedAt null unless the course was completed
 * @param talkedWith the manager who held the talk after the course, null where none was held
 * @param forms those that were asked for
 */
public record Progress(
    UUID learnerId,
    Status status,
    Instant completedAt,
    boolean planned,
    UUID talkedWith,
    Boosters boosters,
    Map<FormKind, Form> forms) {

  /** Whether the enrollment counts. */
  public enum Status {
    /** Something is known of it, but not yet the enrollment itself. */
    UNKNOWN,
    ENROLLED,
    WITHDRAWN
  }

  /** Questions put to the learner: asked, answered of these, right of these. */
  public record Boosters(long asked, long answered, long right) {}

  /**
   * A form that was asked for, and what was answered.
   *
   * @param submittedBy null while it is not answered; so are rating and applied
   * @param baseline what the same person said before the course, null where nothing
   */
  public record Form(UUID submittedBy, Integer rating, Applied applied, Integer baseline) {

    static final Form ASKED = new Form(null, null, null, null);

    public boolean isAnswered() {
      return submittedBy != null;
    }
  }

  public Progress {
    forms = Collections.unmodifiableMap(new HashMap<>(forms));
  }

  public static Progress of(Followup followup) {
    return new Progress(
        followup.learnerId(),
        status(followup),
        followup.completedAt(),
        followup.isPlanned(),
        followup.hasTalked() ? followup.talkAfter().managerId() : null,
        new Boosters(
            followup.boostersAsked(), followup.boostersAnswered(), followup.boostersRight()),
        forms(followup));
  }

  public boolean isEnrolled() {
    return status == Status.ENROLLED;
  }

  public boolean isWithdrawn() {
    return status == Status.WITHDRAWN;
  }

  public boolean isCompleted() {
    return completedAt != null;
  }

  /** Whether manager and learner talked after the course. */
  public boolean hasTalked() {
    return talkedWith != null;
  }

  public boolean isAsked(FormKind kind) {
    return forms.containsKey(kind);
  }

  /** What was answered, null where nothing. */
  public Form answer(FormKind kind) {
    Form form = forms.get(kind);
    return form != null && form.isAnswered() ? form : null;
  }

  /** Whether at least one side answered at that stage. */
  public boolean isAnswered(Stage stage) {
    return answer(new FormKind(stage, Audience.LEARNER)) != null
        || answer(new FormKind(stage, Audience.MANAGER)) != null;
  }

  /** Whether either side says that something is applied on the job at that stage. */
  public boolean isApplied(Stage stage) {
    return says(stage, Audience.LEARNER) || says(stage, Audience.MANAGER);
  }

  private boolean says(Stage stage, Audience audience) {
    Form answer = answer(new FormKind(stage, audience));
    return answer != null && answer.applied().isOnTheJob();
  }

  private static Status status(Followup followup) {
    if (followup.isWithdrawn()) {
      return Status.WITHDRAWN;
    }
    return followup.isEnrolled() ? Status.ENROLLED : Status.UNKNOWN;
  }

  private static Map<FormKind, Form> forms(Followup followup) {
    Map<FormKind, Form> forms = new HashMap<>();
    for (FormKind kind : FormKind.all()) {
      if (followup.isAsked(kind)) {
        forms.put(kind, form(followup, kind));
      }
    }
    return forms;
  }

  private static Form form(Followup followup, FormKind kind) {
    Evaluation evaluation = followup.evaluation(kind);
    return evaluation == null
        ? Form.ASKED
        : new Form(
            evaluation.submittedBy(),
            evaluation.answers().rating(),
            evaluation.answers().applied(),
            followup.baselineOf(kind.audience(), evaluation.submittedBy()));
  }
}
