package org.followthrough.enrollment.person;

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

@Path("/v1/people")
@Tag(name = "People")
@RolesAllowed("read")
@Produces(MediaType.APPLICATION_JSON)
class PersonResource {

  private static final String PERSON = "this person";

  private final PersonRepository repository;
  private final CurrentOrganization organization;

  PersonResource(PersonRepository repository, CurrentOrganization organization) {
    this.repository = repository;
    this.organization = organization;
  }

  @GET
  @WithSession
  @Operation(
      operationId = "listPeople",
      summary = "All people, by id",
      description = "Cursor paging: follow the Link header with rel=next.")
  @APIResponse(
      responseCode = "200",
      description = "A page",
      headers = @Header(name = "Link", description = Paging.LINK),
      content = @Content(schema = @Schema(implementation = PersonView[].class)))
  @APIResponse(responseCode = "400", description = Paging.INVALID)
  public Uni<Response> list(
      @Parameter(description = Paging.LIMIT) @QueryParam("limit") String limit,
      @Parameter(description = Paging.CURSOR) @QueryParam("cursor") String cursor,
      @Context UriInfo uri) {
    Paging paging = Paging.of(limit, cursor, uri);
    return repository
        .page(organization.id(), paging.afterText(), paging.fetchSize())
        .map(people -> paging.page(people, Person::externalId, Person::view));
  }

  @GET
  @Path("/{personId}")
  @WithSession
  @Operation(operationId = "getPerson", summary = "One person")
  @APIResponse(
      responseCode = "200",
      description = "The person",
      headers = @Header(name = "ETag", description = ETag.VERSION),
      content = @Content(schema = @Schema(implementation = PersonView.class)))
  @APIResponse(responseCode = "304", description = "If-None-Match names the version that stands")
  @APIResponse(responseCode = "404", description = "The organization has no such person")
  public Uni<Response> get(
      @Parameter(description = "the HR system's id") @PathParam("personId") String personId,
      @Parameter(description = ETag.IF_NONE_MATCH) @HeaderParam("If-None-Match")
          String ifNoneMatch) {
    return repository
        .find(organization.id(), PathId.known(PERSON, personId))
        .onItem()
        .ifNull()
        .failWith(() -> PathId.notFound(PERSON))
        .map(person -> ETag.answer(person.view(), person.version(), ifNoneMatch));
  }
}
