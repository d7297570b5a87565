package org.followthrough.actionplan.page;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The learner's pages: expectations, reflection, plan and check-in. */
@Path("/plan/{token}")
@PermitAll
class PlanLinkResource {

  private static final String PURPOSE = "plan";

  private final Doors doors;

  PlanLinkResource(Doors doors) {
    this.doors = doors;
  }

  @GET
  @Operation(hidden = true)
  public Uni<Response> show(
      @PathParam("token") String token, @Context UriInfo uri, @Context HttpHeaders headers) {
    return doors.show(new Doors.Knock(PURPOSE, token, uri, headers));
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(hidden = true)
  public Uni<Response> take(
      @PathParam("token") String token,
      @Context UriInfo uri,
      @Context HttpHeaders headers,
      String body) {
    return doors.take(new Doors.Knock(PURPOSE, token, uri, headers), body);
  }
}
