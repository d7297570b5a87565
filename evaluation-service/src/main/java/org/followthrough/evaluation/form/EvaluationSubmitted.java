package org.followthrough.evaluation.form;

import java.time.Instant;
import java.util.UUID;
import org.followthrough.evaluation.followup.Applied;
import org.followthrough.evaluation.followup.Audience;
import org.followthrough.evaluation.followup.Evaluation;
import org.followthrough.evaluation.followup.Followup;
import org.followthrough.evaluation.followup.FormKind;
import org.followthrough.evaluation.followup.Stage;

/** The payload of {@code evaluation.EvaluationSubmitted.v1}; free text is not part of it. */
record EvaluationSubmitted(
    UUID evaluationId,
    UUID enrollmentId,
    UUID personId,
    UUID courseId,
    Stage stage,
    Audience audience,
    UUID submittedBy,
    int rating,
    Applied applied,
    Instant submittedAt) {

  static final String TYPE = "evaluation.EvaluationSubmitted.v1";
  static final String TOPIC = "evaluation.evaluations.v1";

  static EvaluationSubmitted of(Followup followup, FormKind kind) {
    Evaluation evaluation = followup.evaluation(kind);
    return new EvaluationSubmitted(
        evaluation.evaluationId(),
        followup.enrollmentId(),
        followup.learnerId(),
        followup.courseId(),
        kind.stage(),
        kind.audience(),
        evaluation.submittedBy(),
        evaluation.answers().rating(),
        evaluation.answers().applied(),
        evaluation.submittedAt());
  }
}
