package org.followthrough.enrollment.enrollment;

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
import org.followthrough.enrollment.web.ETag;
import org.followthrough.enrollment.web.Paging;
import org.followthrough.enrollment.web.PathId;
import org.followthrough.kit.auth.CurrentOrganization;

@Path("/v1/enrollments")
@Tag(name = "Enrollments")
@RolesAllowed("read")
@Produces(MediaType.APPLICATION_JSON)
class EnrollmentResource {

  private static final String ENROLLMENT = "this enrollment";

  private final EnrollmentRepository repository;
  private final CurrentOrganization organization;

  EnrollmentResource(EnrollmentRepository repository, CurrentOrganization organization) {
    this.repository = repository;
    this.organization = organization;
  }

  @GET
  @WithSession
  @Operation(
      operationId = "listEnrollments",
      summary = "Enrollments, oldest first",
      description =
          "All that match every given filter. Cursor paging: follow the Link header with"
              + " rel=next.")
  @APIResponse(
      responseCode = "200",
      description = "A page",
      headers = @Header(name = "Link", description = Paging.LINK),
      content = @Content(schema = @Schema(implementation = EnrollmentView[].class)))
  @APIResponse(responseCode = "400", description = Paging.INVALID)
  public Uni<Response> list(
      @Parameter(description = "the HR system's id") @QueryParam("courseId") String courseId,
      @Parameter(description = "the HR system's id") @QueryParam("personId") String personId,
      @Parameter(description = "the HR system's id; of any course, if there is no courseId")
          @QueryParam("cohortId")
          String cohortId,
      @Parameter(description = "enrolled, completed or withdrawn") @QueryParam("status")
          String status,
      @Parameter(description = Paging.LIMIT) @QueryParam("limit") String limit,
      @Parameter(description = Paging.CURSOR) @QueryParam("cursor") String cursor,
      @Context UriInfo uri) {
    EnrollmentFilter filter =
        EnrollmentFilter.of(organization.id(), courseId, personId, cohortId, status);
    Paging paging = Paging.of(limit, cursor, uri);
    return repository
        .page(filter, paging.afterId(), paging.fetchSize())
        .map(found -> paging.page(found, Enrollment::enrollmentId, Enrollment::view));
  }

  @GET
  @Path("/{enrollmentId}")
  @WithSession
  @Operation(operationId = "getEnrollment", summary = "One enrollment")
  @APIResponse(
      responseCode = "200",
      description = "The enrollment",
      headers = @Header(name = "ETag", description = ETag.VERSION),
      content = @Content(schema = @Schema(implementation = EnrollmentView.class)))
  @APIResponse(responseCode = "400", description = Paging.INVALID)
  @APIResponse(responseCode = "304", description = "If-None-Match names the version that stands")
  @APIResponse(responseCode = "404", description = "The organization has no such enrollment")
  public Uni<Response> get(
      @Parameter(description = "our id") @PathParam("enrollmentId") String enrollmentId,
      @Parameter(description = ETag.IF_NONE_MATCH) @HeaderParam("If-None-Match")
          String ifNoneMatch) {
    return repository
        .find(organization.id(), PathId.ours(ENROLLMENT, enrollmentId))
        .onItem()
        .ifNull()
        .failWith(() -> PathId.notFound(ENROLLMENT))
        .map(found -> ETag.answer(found.view(), found.version(), ifNoneMatch));
  }
}
