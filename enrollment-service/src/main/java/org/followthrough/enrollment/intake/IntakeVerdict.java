package org.followthrough.enrollment.intake;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.followthrough.kit.problem.Problem;

/** The answer to an intake request: what became of each event. */
@Schema(
    description = "What became of the events; every event counts in exactly one of the three",
    examples = {
      "{\"accepted\":1,\"duplicates\":0,\"rejected\":[{\"index\":1,\"id\":\"e-2\",\"problem\":"
          + "{\"type\":\"/docs/problems#invalid-field\",\"title\":\"Invalid field\",\"status\":400,"
          + "\"detail\":\"/data/email: must be an e-mail address\",\"errors\":[{\"pointer\":"
          + "\"/data/email\",\"detail\":\"must be an e-mail address\"}]}}]}"
    })
record IntakeVerdict(
    @Schema(description = "events that are now stored, each for the first time") long accepted,
    @Schema(description = "events whose source and id had been accepted before") long duplicates,
    @Schema(description = "events that had no effect, and why") List<Rejection> rejected,
    @Schema(description = "how many more were rejected than the list has room for")
        @JsonInclude(JsonInclude.Include.NON_DEFAULT)
        long rejectedNotListed) {

  /** One event that was refused. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Rejection(
      @Schema(description = "position in the request, from 0; for NDJSON the line") long index,
      @Schema(description = "the event's id, where it could be read") String id,
      @Schema(description = "problem document (RFC 9457); pointers lead into the event")
          Problem problem) {}
}
