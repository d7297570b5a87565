package org.followthrough.enrollment.cohort;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.followthrough.enrollment.fact.CohortRef;
import org.followthrough.enrollment.fact.Ref;
import org.followthrough.enrollment.web.ETag;
import org.followthrough.enrollment.web.Paging;
import org.followthrough.enrollment.web.PathId;
import org.followthrough.kit.auth.CurrentOrganization;

@Path("/v1/cohorts")
@Tag(name = "Cohorts")
@RolesAllowed("read")
@Produces(MediaType.APPLICATION_JSON)
class CohortResource {

  private static final String COHORT = "this cohort";

  private final CohortRepository repository;
  private final CurrentOrganization organization;

  CohortResource(CohortRepository repository, CurrentOrganization organization) {
    this.repository = repository;
    this.organization = organization;
  }

  @GET
  @WithSession
  @Operation(
      operationId = "listCohorts",
      summary = "All cohorts, oldest first",
      description = "Cursor paging: follow the Link header with rel=next.")
  @APIResponse(
      responseCode = "200",
      description = "A page",
      headers = @Header(name = "Link", description = Paging.LINK),
      content = @Content(schema = @Schema(implementation = CohortView[].class)))
  @APIResponse(responseCode = "400", description = Paging.INVALID)
  public Uni<Response> list(
      @Parameter(description = Paging.LIMIT) @QueryParam("limit") String limit,
      @Parameter(description = Paging.CURSOR) @QueryParam("cursor") String cursor,
      @Context UriInfo uri) {
    Paging paging = Paging.of(limit, cursor, uri);
    return repository
        .page(organization.id(), paging.afterId(), paging.fetchSize())
        .map(cohorts -> paging.page(cohorts, Cohort::cohortId, Cohort::view));
  }

  @GET
  @Path("/{courseId}/{cohortId}")
  @WithSession
  @Operation(operationId = "getCohort", summary = "One cohort")
  @APIResponse(
      responseCode = "200",
      description = "The cohort",
      headers = @Header(name = "ETag", description = ETag.VERSION),
      content = @Content(schema = @Schema(implementation = CohortView.class)))
  @APIResponse(responseCode = "304", description = "If-None-Match names the version that stands")
  @APIResponse(responseCode = "404", description = "The organization has no such cohort")
  public Uni<Response> get(
      @Parameter(description = "the HR system's id of the course") @PathParam("courseId")
          String courseId,
      @Parameter(description = "the HR system's id of the cohort") @PathParam("cohortId")
          String cohortId,
      @Parameter(description = ETag.IF_NONE_MATCH) @HeaderParam("If-None-Match")
          String ifNoneMatch) {
    Ref course = new Ref(organization.id(), PathId.known(COHORT, courseId));
    return repository
        .find(new CohortRef(course, PathId.known(COHORT, cohortId)))
        .onItem()
        .ifNull()
        .failWith(() -> PathId.notFound(COHORT))
        .map(cohort -> ETag.answer(cohort.view(), cohort.version(), ifNoneMatch));
  }
}
