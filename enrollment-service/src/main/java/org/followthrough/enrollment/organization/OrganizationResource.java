package org.followthrough.enrollment.organization;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.followthrough.enrollment.apikey.IssuedApiKey;
import org.followthrough.enrollment.fact.Texts;
import org.followthrough.enrollment.web.BodyCheck;

@Path("/v1/organizations")
@Tag(name = "Organizations")
class OrganizationResource {

  private final OrganizationService service;

  OrganizationResource(OrganizationService service) {
    this.service = service;
  }

  @Schema(name = "NewOrganization", examples = "{\"name\":\"Acme\"}")
  record NewOrganization(
      @Schema(description = "as people know it", required = true, maxLength = 200) String name) {}

  @Schema(name = "CreatedOrganization")
  record CreatedOrganization(
      UUID organizationId,
      String name,
      Instant createdAt,
      @Schema(description = "the first key, with all scopes; shown this once")
          IssuedApiKey apiKey) {}

  @POST
  @RolesAllowed("operator")
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "createOrganization",
      summary = "Create an organization",
      description =
          "For the operator's token only. An organization is a tenant: its keys see nothing of"
              + " others. The answer holds its first API key, which is shown this once.")
  @APIResponse(
      responseCode = "201",
      description = "The organization and its first key",
      content = @Content(schema = @Schema(implementation = CreatedOrganization.class)))
  @APIResponse(responseCode = "400", description = "A field is missing or invalid")
  @APIResponse(responseCode = "403", description = "Not the operator's token")
  public Uni<Response> create(NewOrganization body) {
    BodyCheck.of(body).requiredLine("/name", body.name(), Texts.NAME_LENGTH).pass();
    return service.create(Texts.normal(body.name())).map(OrganizationResource::created);
  }

  private static Response created(OrganizationService.Created created) {
    Organization organization = created.organization();
    return Response.status(Response.Status.CREATED)
        .header("Cache-Control", "no-store")
        .entity(
            new CreatedOrganization(
                organization.organizationId(),
                organization.name(),
                organization.createdAt(),
                created.key()))
        .build();
  }
}
