package org.followthrough.reminder.cadence;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A cadence as the API and the table write it. */
@Schema(name = "Cadence")
record CadenceDocument(String cadenceId, boolean builtIn, Long version, List<StepDocument> steps) {

  static CadenceDocument of(Cadence cadence, boolean builtIn, Long version) {
    return new CadenceDocument(
        cadence.cadenceId(),
        builtIn,
        version,
        cadence.steps().stream().map(StepDocument::of).toList());
  }

  /** What PUT takes. */
  @Schema(name = "CadenceSteps")
  record Request(List<StepDocument> steps) {}

  /** What the list answers. */
  @Schema(name = "Cadences")
  record Page(List<CadenceDocument> items) {}
}
