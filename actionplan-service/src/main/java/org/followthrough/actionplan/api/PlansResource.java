package org.followthrough.actionplan.api;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.followthrough.kit.auth.CurrentOrganization;
import org.followthrough.kit.problem.Problem;

/** Follow-ups for other systems: what learners plan, and what became of it. */
@Path("/v1/plans")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Plans", description = "If-then plans with all that belongs to them.")
public class PlansResource {

  private final CurrentOrganization organization;
  private final PlanReader reader;
  private final PlanWriter writer;

  PlansResource(CurrentOrganization organization, PlanReader reader, PlanWriter writer) {
    this.organization = organization;
    this.reader = reader;
    this.writer = writer;
  }

  @GET
  @RolesAllowed("read")
  @Operation(
      operationId = "listPlans",
      summary = "List enrollments with the state of their plan",
      description =
          "Every enrollment that was not withdrawn, also those without a plan (status missing), so"
              + " that silence is visible. Sorted by enrollmentId; go on with the cursor of the"
              + " page before until none is returned.")
  @APIResponse(
      responseCode = "200",
      description = "A page; nextCursor is absent on the last one.",
      content = @Content(schema = @Schema(implementation = PlanPageView.class)))
  @APIResponse(
      responseCode = "400",
      description = "A parameter is not valid; errors[] names it.",
      content = @Content(mediaType = Problem.MEDIA_TYPE))
  public Uni<PlanPageView> list(
      @Parameter(description = "The HR system's id of a course; only its enrollments.")
          @QueryParam("courseId")
          String courseId,
      @Parameter(
              description =
                  "missing: no plan yet. committed: the learner has a plan. agreed: the manager"
                      + " agreed the plan as it stands. applied: every action is applied.",
              schema =
                  @Schema(
                      type = SchemaType.STRING,
                      enumeration = {"missing", "committed", "agreed", "applied"}))
          @QueryParam("status")
          String status,
      @Parameter(description = "nextCursor of the page before.") @QueryParam("cursor")
          String cursor,
      @Parameter(
              description = "How many at most, 1 to 500; 100 if not given.",
              schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "500"))
          @QueryParam("limit")
          String limit) {
    return reader.page(organization.id(), PlanQuery.of(courseId, status, cursor, limit));
  }

  @GET
  @Path("/{enrollmentId}")
  @RolesAllowed("read")
  @Operation(
      operationId = "getPlan",
      summary = "The whole follow-up of one enrollment",
      description =
          "Expectations, reflection, every plan version, both talks with their corrections, all"
              + " progress reports, and which of the four ingredients is still missing.")
  @APIResponse(
      responseCode = "200",
      description = "What was said so far; parts nobody has written yet are absent.",
      content = @Content(schema = @Schema(implementation = FollowUpView.class)))
  @APIResponse(
      responseCode = "404",
      description = "Not known here, or of another organization.",
      content = @Content(mediaType = Problem.MEDIA_TYPE))
  public Uni<FollowUpView> get(
      @Parameter(description = "Our id of the enrollment, a UUID.") @PathParam("enrollmentId")
          String enrollmentId) {
    return reader.whole(organization.id(), enrollmentId);
  }

  @PUT
  @Path("/{enrollmentId}")
  @RolesAllowed("write")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "putPlan",
      summary = "Commit or revise the plan of one enrollment",
      description =
          "The whole plan, by the same rules as the learner's page: each action names a situation"
              + " one would notice, a deed others could see, a first step within 14 days (the"
              + " learner's days) and a due day within a year; a barrier needs an enabler. Up to"
              + " five actions are taken, one to three are advised. Putting the same plan again"
              + " changes nothing. Earlier versions are kept.")
  @APIResponse(
      responseCode = "200",
      description = "The plan was revised, or stood like this already.",
      content = @Content(schema = @Schema(implementation = FollowUpView.class)))
  @APIResponse(
      responseCode = "201",
      description = "The first version was committed.",
      content = @Content(schema = @Schema(implementation = FollowUpView.class)))
  @APIResponse(
      responseCode = "400",
      description = "The plan lacks something; errors[] says for each field how to put it right.",
      content = @Content(mediaType = Problem.MEDIA_TYPE))
  @APIResponse(
      responseCode = "404",
      description = "Not known here, or of another organization.",
      content = @Content(mediaType = Problem.MEDIA_TYPE))
  @APIResponse(
      responseCode = "409",
      description = "The enrollment was withdrawn, or the learner is not known yet or has left.",
      content = @Content(mediaType = Problem.MEDIA_TYPE))
  public Uni<Response> put(
      @Parameter(description = "Our id of the enrollment, a UUID.") @PathParam("enrollmentId")
          String enrollmentId,
      PlanBody body) {
    return writer.put(organization.id(), enrollmentId, body);
  }
}
