package org.followthrough.evaluation.followup;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.UUID;

/** A form's id follows from enrollment and kind, so that a correction is the same evaluation. */
final class EvaluationIds {

  private EvaluationIds() {}

  static UUID of(UUID enrollmentId, FormKind kind) {
    return UUID.nameUUIDFromBytes((enrollmentId + "/" + kind.option()).getBytes(UTF_8));
  }
}
