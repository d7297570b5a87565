package org.followthrough.reminder.journey;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.followthrough.kit.auth.CurrentOrganization;
import org.followthrough.reminder.cadence.CadenceKey;

@Path("/v1/cadences/{cadenceId}/preview")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Cadences")
class PreviewResource {

  private final PreviewService service;
  private final CurrentOrganization organization;

  PreviewResource(PreviewService service, CurrentOrganization organization) {
    this.service = service;
    this.organization = organization;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed("read")
  @Operation(
      summary = "Dry run: who would get what, when",
      description =
          "By the same planner that plans real journeys. Writes nothing and sends nothing.")
  public Uni<PreviewPage> preview(
      @PathParam("cadenceId") String cadenceId, PreviewRequest request) {
    return service.preview(new CadenceKey(organization.id(), cadenceId), request);
  }
}
