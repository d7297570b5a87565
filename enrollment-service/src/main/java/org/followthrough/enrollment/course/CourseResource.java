package org.followthrough.enrollment.course;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
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
import org.followthrough.enrollment.fact.Ref;
import org.followthrough.enrollment.web.ETag;
import org.followthrough.enrollment.web.Paging;
import org.followthrough.enrollment.web.PathId;
import org.followthrough.kit.auth.CurrentOrganization;

@Path("/v1/courses")
@Tag(name = "Courses")
@Produces(MediaType.APPLICATION_JSON)
class CourseResource {

  private static final String COURSE = "this course";

  private final CourseService service;
  private final CurrentOrganization organization;

  CourseResource(CourseService service, CurrentOrganization organization) {
    this.service = service;
    this.organization = organization;
  }

  @Schema(name = "Course")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record CourseView(
      @Schema(description = "the HR system's id") String courseId,
      // Not called description: the document would lack the field of that name.
      @JsonUnwrapped CourseDescription told) {

    static CourseView of(Course course) {
      return new CourseView(course.externalId(), course.description());
    }
  }

  @PUT
  @Path("/{courseId}")
  @RolesAllowed("write")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "describeCourse",
      summary = "Describe a course",
      description =
          "Creates the course or replaces its whole description. A course that HR events only"
              + " mention has its id as title until then. The cadence may be made later.")
  @APIResponse(
      responseCode = "200",
      description = "The course as it stands",
      headers = @Header(name = "ETag", description = ETag.VERSION),
      content = @Content(schema = @Schema(implementation = CourseView.class)))
  @APIResponse(responseCode = "400", description = "A field is missing, unknown or invalid")
  @APIResponse(responseCode = "412", description = "If-Match names another version")
  public Uni<Response> describe(
      @Parameter(description = "the HR system's id") @PathParam("courseId") String courseId,
      @Parameter(description = "ETag of the version to replace; any, if absent")
          @HeaderParam("If-Match")
          String ifMatch,
      CourseDescription body) {
    Ref ref = new Ref(organization.id(), PathId.created("courseId", courseId));
    CourseDescription.check(body);
    return service
        .describe(
            ref, body.completed(), version -> ifMatch == null || ETag.matches(ifMatch, version))
        .map(course -> ETag.answer(CourseView.of(course), course.version(), null));
  }

  @GET
  @Path("/{courseId}")
  @RolesAllowed("read")
  @Operation(operationId = "getCourse", summary = "One course")
  @APIResponse(
      responseCode = "200",
      description = "The course",
      headers = @Header(name = "ETag", description = ETag.VERSION),
      content = @Content(schema = @Schema(implementation = CourseView.class)))
  @APIResponse(responseCode = "304", description = "If-None-Match names the version that stands")
  @APIResponse(responseCode = "404", description = "The organization has no such course")
  public Uni<Response> get(
      @Parameter(description = "the HR system's id") @PathParam("courseId") String courseId,
      @Parameter(description = ETag.IF_NONE_MATCH) @HeaderParam("If-None-Match")
          String ifNoneMatch) {
    Ref ref = new Ref(organization.id(), PathId.known(COURSE, courseId));
    return service
        .get(ref)
        .map(course -> ETag.answer(CourseView.of(course), course.version(), ifNoneMatch));
  }

  @GET
  @RolesAllowed("read")
  @Operation(
      operationId = "listCourses",
      summary = "All courses, by id",
      description = "Cursor paging: follow the Link header with rel=next.")
  @APIResponse(
      responseCode = "200",
      description = "A page",
      headers = @Header(name = "Link", description = Paging.LINK),
      content = @Content(schema = @Schema(implementation = CourseView[].class)))
  @APIResponse(responseCode = "400", description = Paging.INVALID)
  public Uni<Response> list(
      @Parameter(description = Paging.LIMIT) @QueryParam("limit") String limit,
      @Parameter(description = Paging.CURSOR) @QueryParam("cursor") String cursor,
      @Context UriInfo uri) {
    Paging paging = Paging.of(limit, cursor, uri);
    return service
        .page(organization.id(), paging.afterText(), paging.fetchSize())
        .map(courses -> paging.page(courses, Course::externalId, CourseView::of));
  }
}
