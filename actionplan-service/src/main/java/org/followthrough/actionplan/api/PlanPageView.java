package org.followthrough.actionplan.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A page of the list. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "PlanPage")
public record PlanPageView(
    List<PlanEntryView> plans,
    @Schema(description = "Pass it as cursor for the next page; absent on the last one.")
        UUID nextCursor) {

  public PlanPageView {
    plans = List.copyOf(plans);
  }

  /** One line of the list. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "PlanEntry")
  public record PlanEntryView(
      UUID enrollmentId,
      @Schema(description = "The learner, by the HR system's id; absent while not known.")
          String personId,
      @Schema(description = "By the HR system's id; absent while not known.") String courseId,
      @Schema(description = "missing, committed, agreed or applied") String status,
      @Schema(description = "0 while there is no plan") int planVersion,
      @Schema(description = "The goal of the plan as it stands.") String goal,
      @Schema(description = "When that version was committed.") Instant committedAt) {}
}
