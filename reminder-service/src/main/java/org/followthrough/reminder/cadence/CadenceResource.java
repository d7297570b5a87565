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
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.followthrough.kit.auth.CurrentOrganization;

@Path("/v1/cadences")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Cadences", description = "The steps a journey follows.")
class CadenceResource {

  private final CadenceService service;
  private final CurrentOrganization organization;

  CadenceResource(CadenceService service, CurrentOrganization organization) {
    this.service = service;
    this.organization = organization;
  }

  @GET
  @RolesAllowed("read")
  @Operation(summary = "All cadences", description = "The built-in ones and your own.")
  public Uni<CadenceDocument.Page> list() {
    return service.list(organization.id());
  }

  @GET
  @Path("/{cadenceId}")
  @RolesAllowed("read")
  @Operation(summary = "One cadence")
  public Uni<CadenceDocument> get(@PathParam("cadenceId") String cadenceId) {
    return service.get(new CadenceKey(organization.id(), cadenceId));
  }

  @PUT
  @Path("/{cadenceId}")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed("write")
  @Operation(
      summary = "Create or replace a cadence of your own",
      description = "Journeys of courses that follow it are planned again; what was sent stays.")
  public Uni<CadenceDocument> put(
      @PathParam("cadenceId") String cadenceId, CadenceDocument.Request request) {
    return service.put(new CadenceKey(organization.id(), cadenceId), request);
  }
}
