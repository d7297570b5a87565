package org.followthrough.evaluation.outcome;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.followthrough.kit.auth.CurrentOrganization;
import org.followthrough.kit.problem.Problem;
import org.followthrough.kit.problem.ProblemException;

/** Outcomes over the API. */
@Path("/v1/outcomes/courses")
@RolesAllowed("read")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Outcomes", description = "What became of a course")
class OutcomeResource {

  private final OutcomeService outcomes;
  private final CurrentOrganization organization;

  OutcomeResource(OutcomeService outcomes, CurrentOrganization organization) {
    this.outcomes = outcomes;
    this.organization = organization;
  }

  @GET
  @Operation(
      operationId = "listOutcomes",
      summary = "All courses with how far their enrollments got, by title",
      description =
          "Counts per course: enrolled, completed, with a plan, talked. A course without enrollments"
              + " is listed too. A talk counts as missing from the day after the seventh working day after"
              + " completion, and not while learner or manager is on leave.")
  @APIResponse(
      responseCode = "200",
      description = "The courses; an empty list where there are none")
  @APIResponse(responseCode = "401", description = "No valid API key")
  @APIResponse(responseCode = "403", description = "The API key lacks the scope read")
  public Uni<List<CourseSummary>> all() {
    return outcomes.overview(organization.id());
  }

  @GET
  @Path("/{courseId}")
  @Operation(
      operationId = "getOutcome",
      summary = "What became of one course",
      description =
          "Every figure comes with its denominator: `of` how many, `count` of these, and whole"
              + " `percent`. Where a figure would rest on answers of fewer than five, `count`, means"
              + " and changes are null and only `of` is told. An improvement is shown only against a"
              + " baseline that the same people gave before the course. Ratings go from 1 (not at"
              + " all) to 10 (fully). Figures follow events within seconds.")
  @APIResponse(
      responseCode = "200",
      description = "The outcome as of now",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = CourseOutcome.class)))
  @APIResponse(responseCode = "401", description = "No valid API key")
  @APIResponse(responseCode = "403", description = "The API key lacks the scope read")
  @APIResponse(responseCode = "404", description = "The organization has no such course")
  public Uni<CourseOutcome> one(
      @Parameter(description = "the HR system's id of the course", example = "difficult-talks")
          @PathParam("courseId")
          String courseId) {
    return outcomes
        .ofCourse(organization.id(), courseId)
        .map(found -> found.orElseThrow(OutcomeResource::unknown));
  }

  private static ProblemException unknown() {
    return new ProblemException(Problem.notFound("course"));
  }
}
