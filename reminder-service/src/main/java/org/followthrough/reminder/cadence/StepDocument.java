package org.followthrough.reminder.cadence;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A step in words of JSON; what is left out has a default. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Step")
record StepDocument(
    @Schema(description = "unique within the cadence", examples = "plan-check-in", required = true)
        String key,
    @Schema(description = "learner or manager; default: the template's") String audience,
    @Schema(
            description =
                "enrolled, cohort-start, completed, plan-committed, action-due or booster-due",
            required = true)
        String anchor,
    @Schema(description = "ISO period from the anchor", examples = "P7D", required = true)
        String offset,
    @Schema(
            description =
                "further contacts: ISO periods from the anchor, each later than the one before; one"
                    + " that falls on the same day as the one before is left out")
        List<String> repeat,
    @Schema(
            description =
                "count: the offset's days are working days; next (default): moves to the next"
                    + " working day; ignore")
        String workingDays,
    @Schema(
            description =
                "where the recipient is; default 09:00. Mail goes out from 08:00 to 18:00, boosters"
                    + " on any day, all else from Monday to Friday; what is due outside waits")
        String localTime,
    @Schema(
            description =
                "comes the same working day where the anchor is before this time; for the anchors"
                    + " enrolled, completed and plan-committed")
        String sameDayUntil,
    @Schema(description = "default: the template's; always for no condition") String condition,
    @Schema(
            description =
                "ISO period, cohort-start or booster-expires; default P7D, for the template booster"
                    + " booster-expires")
        String staleAfter,
    @Schema(description = "which mail", examples = "plan-check-in", required = true)
        String template,
    @Schema(description = "soft (default) or direct") String tone,
    @Schema(description = "talks, plans, boosters or evaluations; default: the template's")
        String category) {

  static StepDocument of(Step step) {
    List<String> offsets = step.offsets().stream().map(Object::toString).toList();
    return new StepDocument(
        step.key(),
        step.audience().wireName(),
        step.anchor().wireName(),
        offsets.get(0),
        offsets.subList(1, offsets.size()),
        step.workingDays().wireName(),
        step.localTime().toString(),
        step.sameDayUntil() == null ? null : step.sameDayUntil().toString(),
        step.condition().wireName(),
        step.staleAfter().wireName(),
        step.template().wireName(),
        step.tone().wireName(),
        step.category().wireName());
  }
}
