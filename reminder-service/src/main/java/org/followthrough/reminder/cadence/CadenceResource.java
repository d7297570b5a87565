package org.followthrough.reminder.cadence;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.followthrough.kit.auth.CurrentOrganization;

@Path("/v1/cadences")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Cadences", description = "The steps a journey follows.")
class CadenceResource {

  private static final String ID = "1 to 64 of a-z, 0-9 and -, chosen by you";

  private final CadenceService service;
  private final CurrentOrganization organization;

  CadenceResource(CadenceService service, CurrentOrganization organization) {
    this.service = service;
    this.organization = organization;
  }

  @GET
  @RolesAllowed("read")
  @Operation(
      operationId = "listCadences",
      summary = "All cadences",
      description = "The built-in ones, then your own by id.")
  @APIResponse(
      responseCode = "200",
      description = "All of them",
      content = @Content(schema = @Schema(implementation = CadenceDocument.Page.class)))
  public Uni<CadenceDocument.Page> list() {
    return service.list(organization.id());
  }

  @GET
  @Path("/{cadenceId}")
  @RolesAllowed("read")
  @Operation(
      operationId = "getCadence",
      summary = "One cadence",
      description = "Its steps can be put under another id as they are.")
  @APIResponse(
      responseCode = "200",
      description = "The cadence",
      content = @Content(schema = @Schema(implementation = CadenceDocument.class)))
  @APIResponse(responseCode = "404", description = "The organization has no such cadence")
  public Uni<CadenceDocument> get(
      @Parameter(description = ID) @PathParam("cadenceId") String cadenceId) {
    return service.get(new CadenceKey(organization.id(), cadenceId));
  }

  @PUT
  @Path("/{cadenceId}")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed("write")
  @Operation(
      operationId = "putCadence",
      summary = "Create or replace a cadence of your own",
      description =
          "Journeys of courses that follow it are planned again; what was sent stays. A course may"
              + " name a cadence before it exists: until then it follows the standard one.")
  @APIResponse(
      responseCode = "200",
      description = "The cadence as it stands, with what was left out filled in",
      content = @Content(schema = @Schema(implementation = CadenceDocument.class)))
  @APIResponse(
      responseCode = "400",
      description = "Fields are missing, invalid or do not go together; each is named by a pointer")
  @APIResponse(responseCode = "409", description = "A built-in cadence stays as it is")
  public Uni<CadenceDocument> put(
      @Parameter(description = ID) @PathParam("cadenceId") String cadenceId,
      CadenceDocument.Request request) {
    return service.put(new CadenceKey(organization.id(), cadenceId), request);
  }
}
