package org.followthrough.booster.question;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How a question goes, over people. What fewer than {@link #FEWEST} people did is not told: nobody
 * shall be able to work out a single person's answer.
 *
 * @param peopleAsked null where too few
 * @param peopleAnswered null where too few
 * @param rightShare of all answers, 0 to 1 in hundredths, null where too few answered
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record QuestionStatistics(
    String questionId,
    boolean retired,
    @Schema(description = "null for fewer than five") Long peopleAsked,
    @Schema(description = "null for fewer than five") Long peopleAnswered,
    @Schema(description = "of all answers, 0 to 1 in hundredths; null for fewer than five people")
        Double rightShare) {

  static final int FEWEST = 5;

  static QuestionStatistics of(
      String questionId, boolean retired, long asked, long answered, long answers, long right) {
    boolean enough = answered >= FEWEST;
    return new QuestionStatistics(
        questionId,
        retired,
        asked >= FEWEST ? asked : null,
        enough ? answered : null,
        enough ? Math.round(100.0 * right / answers) / 100.0 : null);
  }
}
