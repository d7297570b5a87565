package org.followthrough.actionplan.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.followthrough.actionplan.expectation.Expectations;
import org.followthrough.actionplan.followup.FollowUpContext;
import org.followthrough.actionplan.plan.Plan;
import org.followthrough.actionplan.plan.PlanPolicy;
import org.followthrough.actionplan.progress.ProgressReport;
import org.followthrough.actionplan.reflection.Reflection;
import org.followthrough.actionplan.story.Completeness;
import org.followthrough.actionplan.story.FollowUpStory;
import org.followthrough.actionplan.story.Ingredient;
import org.followthrough.actionplan.talk.Talk;

/** A whole follow-up. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "FollowUp")
public record FollowUpView(
    UUID enrollmentId,
    @Schema(description = "The learner, by the HR system's id; absent while not known.")
        String personId,
    @Schema(description = "By the HR system's id; absent while not known.") String courseId,
    @Schema(description = "missing, committed, agreed or applied") String status,
    CompletenessView completeness,
    @Schema(description = "What the learner said before the course (LEAP 1).")
        Expectations expectations,
    @Schema(description = "What the learner takes from it (LEAP 2).") Reflection reflection,
    @Schema(description = "Every version of the plan, newest first.") List<Plan> plans,
    @Schema(description = "Both talks with their corrections, newest first.") List<TalkView> talks,
    @Schema(description = "Every report, oldest first.") List<ProgressView> progress,
    @Schema(description = "Kind advice on the plan as it stands; absent where there is none.")
        List<String> advice) {

  /** Which of the four ingredients are there. */
  @Schema(name = "Completeness")
  public record CompletenessView(
      @Schema(description = "Whether all four are present.") boolean complete,
      @Schema(description = "Of reflection, actions, accountability, follow-up.")
          List<String> present,
      @Schema(description = "In the order in which they should come about.")
          List<String> missing) {}

  /** One log of a talk. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "Talk")
  public record TalkView(
      @Schema(description = "before or after the course") String kind,
      @Schema(description = "Grows with each correction.") int version,
      LocalDate heldOn,
      String outcome,
      boolean planAgreed,
      @Schema(description = "1 to 10, as the manager sees it; before the course only.")
          Integer baseline,
      Instant loggedAt) {}

  /** One report. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "Progress")
  public record ProgressView(
      UUID actionId,
      @Schema(description = "not-started, started, applied or stuck") String status,
      String note,
      Instant reportedAt) {}

  static FollowUpView of(FollowUpContext context, FollowUpStory story) {
    return new FollowUpView(
        context.enrollmentId(),
        context.learner() == null ? null : context.learner().externalId(),
        context.courseExternalId(),
        story.status().key(),
        completeness(story.completeness()),
        story.expectations().orElse(null),
        story.reflection().orElse(null),
        story.plans(),
        story.talks().stream().map(FollowUpView::talk).toList(),
        story.progress().reports().stream().map(FollowUpView::progress).toList(),
        advice(story));
  }

  private static CompletenessView completeness(Completeness completeness) {
    List<String> missing = completeness.missing().stream().map(Ingredient::key).toList();
    List<String> present = completeness.present().stream().sorted().map(Ingredient::key).toList();
    return new CompletenessView(missing.isEmpty(), present, missing);
  }

  private static TalkView talk(Talk talk) {
    return new TalkView(
        talk.kind().key(),
        talk.talkVersion(),
        talk.heldOn(),
        talk.outcome(),
        talk.planAgreed(),
        talk.baseline(),
        talk.loggedAt());
  }

  private static ProgressView progress(ProgressReport report) {
    return new ProgressView(
        report.actionId(), report.status().key(), report.note(), report.reportedAt());
  }

  private static List<String> advice(FollowUpStory story) {
    return story
        .plan()
        .filter(plan -> plan.actions().size() > PlanPolicy.ADVISED_ACTIONS)
        .map(plan -> List.of("Few and specific works best: one to three actions."))
        .orElse(null);
  }
}
