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
  @Operation(summary = "All courses with how far their enrollments got, by title")
  public Uni<List<CourseSummary>> all() {
    return outcomes.overview(organization.id());
  }

  @GET
  @Path("/{courseId}")
  @Operation(
      summary = "What became of one course",
      description =
          "Every figure comes with its denominator. What people answered is shown only as figures"
              + " over at least five of them, else null; an improvement only against a baseline"
              + " the same people gave before the course.")
  @APIResponse(responseCode = "200", description = "the outcome")
  @APIResponse(responseCode = "404", description = "no such course in this organization")
  public Uni<CourseOutcome> one(@PathParam("courseId") String courseId) {
    return outcomes
        .ofCourse(organization.id(), courseId)
        .map(found -> found.orElseThrow(OutcomeResource::unknown));
  }

  private static ProblemException unknown() {
    return new ProblemException(Problem.notFound("course"));
  }
}
