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
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
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
      operationId = "previewCadence",
      summary = "Dry run: who would get what, when",
      description =
          "Lives through a journey with the planner of real ones, learning of enrollment, completion"
              + " and plan on their days. Nobody answers in it but for the plan. Writes nothing and"
              + " sends nothing.")
  @APIResponse(
      responseCode = "200",
      description = "Every contact in the order it is due, with those withheld and why",
      content = @Content(schema = @Schema(implementation = PreviewPage.class)))
  @APIResponse(
      responseCode = "400",
      description = "Fields are missing or invalid, or person or course are not known")
  @APIResponse(responseCode = "404", description = "The organization has no such cadence")
  public Uni<PreviewPage> preview(
      @PathParam("cadenceId") String cadenceId, PreviewRequest request) {
    return service.preview(new CadenceKey(organization.id(), cadenceId), request);
  }
}
