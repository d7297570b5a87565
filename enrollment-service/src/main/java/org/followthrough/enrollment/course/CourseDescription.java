package org.followthrough.enrollment.course;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.followthrough.enrollment.fact.Texts;
import org.followthrough.enrollment.web.BodyCheck;

/** What a course is about and what it was commissioned for; the body of PUT and GET. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
    name = "CourseDescription",
    examples = {
      "{\"title\":\"Difficult conversations\",\"description\":\"Two days of practice.\","
          + "\"behaviours\":[\"Names the issue in the first minute\"],\"costPerPlace\":890,"
          + "\"needBy\":\"2027-06-30\",\"cadence\":\"standard\",\"language\":\"en\","
          + "\"commissioning\":{\"change\":\"Fewer escalations\"}}"
    })
public record CourseDescription(
    @Schema(description = "as people know it", required = true, maxLength = 300) String title,
    @Schema(description = "one paragraph", maxLength = 4000) String description,
    @Schema(description = "what a manager can see on the job; at most 50") List<String> behaviours,
    @Schema(description = "in the organization's currency") BigDecimal costPerPlace,
    @Schema(description = "when it has to be usable on the job") LocalDate needBy,
    @Schema(description = "which cadence journeys follow; standard, if absent") String cadence,
    @Schema(description = "the commissioning checklist's answers, by key; at most 50")
        Map<String, String> commissioning,
    @Schema(description = "language tag of the course, BCP 47", examples = "de-AT")
        String language) {

  private static final int DESCRIPTION_LENGTH = 4_000;
  private static final int MOST_ENTRIES = 50;
  private static final BigDecimal HIGHEST_COST = new BigDecimal("9999999999.99");
  private static final LocalDate FIRST_DAY = LocalDate.of(1900, 1, 1);
  private static final LocalDate LAST_DAY = LocalDate.of(2999, 12, 31);

  /** Refuses what cannot be stored, naming every field at fault. */
  static void check(CourseDescription body) {
    BodyCheck check =
        BodyCheck.of(body)
            .requiredLine("/title", body.title, Texts.TITLE_LENGTH)
            .paragraph("/description", body.description, DESCRIPTION_LENGTH)
            .note("/cadence", cadenceFault(body.cadence))
            .note("/language", Optional.ofNullable(body.language).flatMap(Texts::localeFault));
    body.checkBehaviours(check);
    body.checkNumbers(check);
    body.checkCommissioning(check);
    check.pass();
  }

  /** With the defaults in place of what was left out. */
  CourseDescription completed() {
    return new CourseDescription(
        Texts.normal(title),
        description == null ? null : Texts.normal(description),
        behaviours == null ? List.of() : behaviours.stream().map(Texts::normal).toList(),
        costPerPlace == null ? null : costPerPlace.setScale(2, RoundingMode.HALF_UP),
        needBy,
        cadence == null ? "standard" : cadence,
        commissioning,
        language);
  }

  private void checkBehaviours(BodyCheck check) {
    List<String> told = behaviours == null ? List.of() : behaviours;
    check.that(told.size() <= MOST_ENTRIES, "/behaviours", "must not hold more than 50");
    for (int i = 0; i < Math.min(told.size(), MOST_ENTRIES); i++) {
      check.requiredLine("/behaviours/" + i, told.get(i), Texts.TITLE_LENGTH);
    }
  }

  private void checkNumbers(BodyCheck check) {
    check.that(
        costPerPlace == null || (costPerPlace.signum() >= 0 && isBelow(costPerPlace)),
        "/costPerPlace",
        "must be from 0 to " + HIGHEST_COST);
    check.that(
        needBy == null || (!needBy.isBefore(FIRST_DAY) && !needBy.isAfter(LAST_DAY)),
        "/needBy",
        "must be a day from 1900 to 2999");
  }

  // The precision first: 1E+1000000000 compares, but takes for ever to be scaled.
  private static boolean isBelow(BigDecimal cost) {
    return cost.precision() <= 40
        && Math.abs((long) cost.scale()) <= 40
        && cost.compareTo(HIGHEST_COST) <= 0;
  }

  private void checkCommissioning(BodyCheck check) {
    Map<String, String> told = commissioning == null ? Map.of() : commissioning;
    check.that(told.size() <= MOST_ENTRIES, "/commissioning", "must not hold more than 50");
    told.forEach(
        (key, answer) -> {
          String pointer = "/commissioning/" + key.replace("~", "~0").replace("/", "~1");
          check.line(pointer, key, 100).paragraph(pointer, answer, DESCRIPTION_LENGTH);
          check.that(answer != null, pointer, "must be a string");
        });
  }

  private static Optional<String> cadenceFault(String cadence) {
    boolean fits = cadence == null || cadence.toLowerCase(Locale.ROOT).matches("[a-z0-9-]{1,64}");
    return fits ? Optional.empty() : Optional.of("must be a cadence's id such as standard");
  }
}
