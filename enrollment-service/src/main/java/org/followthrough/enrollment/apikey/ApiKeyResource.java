package org.followthrough.enrollment.apikey;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.followthrough.enrollment.fact.Texts;
import org.followthrough.enrollment.web.BodyCheck;
import org.followthrough.enrollment.web.Paging;
import org.followthrough.kit.auth.CurrentOrganization;

@Path("/v1/api-keys")
@Tag(name = "API keys")
@RolesAllowed("admin")
@Produces(MediaType.APPLICATION_JSON)
class ApiKeyResource {

  private static final Instant LATEST = Instant.parse("2999-12-31T00:00:00Z");

  private final ApiKeyService service;
  private final CurrentOrganization organization;
  private final Clock clock;

  ApiKeyResource(ApiKeyService service, CurrentOrganization organization, Clock clock) {
    this.service = service;
    this.organization = organization;
    this.clock = clock;
  }

  @Schema(
      name = "NewApiKey",
      examples = {
        "{\"name\":\"HR system\",\"scopes\":[\"intake\"],\"expiresAt\":\"2028-01-01T00:00:00Z\"}"
      })
  record NewApiKey(
      @Schema(description = "what the key is for", required = true, maxLength = 200) String name,
      @Schema(description = "of intake, read, write, console, admin", required = true)
          List<String> scopes,
      @Schema(description = "when it ends by itself; never, if absent") Instant expiresAt) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "ApiKey")
  record ListedApiKey(
      @Schema(description = "the part of the key between its two underscores") String keyId,
      @Schema(description = "what the key is for") String name,
      @Schema(description = "of intake, read, write, console, admin") List<String> scopes,
      Instant createdAt,
      @Schema(description = "when it ends by itself; absent, if never") Instant expiresAt,
      @Schema(description = "when it was revoked; absent while it lives") Instant revokedAt) {

    static ListedApiKey of(StoredApiKey key) {
      return new ListedApiKey(
          key.keyId(),
          key.name(),
          List.of(key.scopes()),
          key.createdAt(),
          key.expiresAt(),
          key.revokedAt());
    }
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "issueApiKey",
      summary = "Issue an API key",
      description =
          "Several keys may live at once, so that a system can change its key without a gap. The"
              + " key works here at once and at the other services within seconds. It is shown"
              + " this once; only its SHA-256 is kept.")
  @APIResponse(
      responseCode = "201",
      description = "The key",
      content = @Content(schema = @Schema(implementation = IssuedApiKey.class)))
  @APIResponse(responseCode = "400", description = "A field is missing or invalid")
  public Uni<Response> issue(NewApiKey body) {
    check(body);
    return service
        .issue(
            organization.id(),
            Texts.normal(body.name()),
            Set.copyOf(body.scopes()),
            body.expiresAt())
        .map(
            key ->
                Response.status(Response.Status.CREATED)
                    .header("Cache-Control", "no-store")
                    .entity(key)
                    .build());
  }

  @GET
  @Operation(
      operationId = "listApiKeys",
      summary = "List the organization's API keys",
      description = "Also those that are revoked or over; never the secrets. Cursor paging.")
  @APIResponse(
      responseCode = "200",
      description = "A page",
      headers = @Header(name = "Link", description = Paging.LINK),
      content = @Content(schema = @Schema(implementation = ListedApiKey[].class)))
  @APIResponse(responseCode = "400", description = Paging.INVALID)
  public Uni<Response> list(
      @Parameter(description = Paging.LIMIT) @QueryParam("limit") String limit,
      @Parameter(description = Paging.CURSOR) @QueryParam("cursor") String cursor,
      @Context UriInfo uri) {
    Paging paging = Paging.of(limit, cursor, uri);
    return service
        .page(organization.id(), paging.afterText(), paging.fetchSize())
        .map(keys -> paging.page(keys, StoredApiKey::keyId, ListedApiKey::of));
  }

  @DELETE
  @Path("/{keyId}")
  @Operation(
      operationId = "revokeApiKey",
      summary = "Revoke an API key",
      description = "At once here, within seconds at the other services. Revoking again is fine.")
  @APIResponse(responseCode = "204", description = "Revoked")
  @APIResponse(responseCode = "404", description = "The organization has no such key")
  public Uni<Void> revoke(
      @Parameter(description = "the part of the key between its two underscores")
          @PathParam("keyId")
          String keyId) {
    return service.revoke(organization.id(), keyId);
  }

  private void check(NewApiKey body) {
    BodyCheck check = BodyCheck.of(body).requiredLine("/name", body.name(), Texts.NAME_LENGTH);
    List<String> scopes = body.scopes() == null ? List.of() : body.scopes();
    check.that(!scopes.isEmpty(), "/scopes", "is required, with at least one scope");
    for (int i = 0; i < scopes.size(); i++) {
      check.that(
          scopes.get(i) != null && ApiKeyService.SCOPES.contains(scopes.get(i)),
          "/scopes/" + i,
          "must be one of intake, read, write, console, admin");
    }
    Instant end = body.expiresAt();
    check.that(
        end == null || (end.isAfter(clock.instant()) && end.isBefore(LATEST)),
        "/expiresAt",
        "must be in the future, before the year 3000");
    check.pass();
  }
}
