package org.followthrough.reminder.explain;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.followthrough.kit.auth.CurrentOrganization;
import org.followthrough.kit.problem.Problem;
import org.followthrough.kit.problem.ProblemException;
import org.followthrough.reminder.people.PeopleDirectory;

@Path("/v1/people/{personId}/touches")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Touches", description = "What was sent, is planned or was withheld, and why.")
class TouchResource {

  private static final int MOST = 500;

  private final Pool pool;
  private final PeopleDirectory people;
  private final TouchLog touches;
  private final CurrentOrganization organization;

  TouchResource(
      Pool pool, PeopleDirectory people, TouchLog touches, CurrentOrganization organization) {
    this.pool = pool;
    this.people = people;
    this.touches = touches;
    this.organization = organization;
  }

  @GET
  @RolesAllowed("read")
  @Operation(
      operationId = "listTouches",
      summary = "Every contact that concerns a person",
      description =
          "Sent, planned or withheld, each with its reason: those about the person as a learner,"
              + " and those the person gets as a manager. In the order they are due; the next page"
              + " is asked for with the cursor in next.")
  @APIResponse(
      responseCode = "200",
      description = "A page",
      content = @Content(schema = @Schema(implementation = TouchPage.class)))
  @APIResponse(responseCode = "400", description = "cursor or limit is not one")
  @APIResponse(responseCode = "404", description = "The organization knows no such person")
  public Uni<TouchPage> touches(
      @Parameter(description = "the HR system's id of the person") @PathParam("personId")
          String personId,
      @Parameter(description = "next of the page before") @QueryParam("cursor") String cursor,
      @Parameter(description = "1 to 500; 100, if absent") @QueryParam("limit") @DefaultValue("100")
          String limit) {
    UUID organizationId = organization.id();
    Cursor after = cursor(cursor);
    int most = limit(limit);
    return people
        .person(pool, organizationId, personId)
        .map(found -> found.orElseThrow(TouchResource::unknown))
        .chain(person -> touches.page(organizationId, person, after, most));
  }

  private static Cursor cursor(String text) {
    return text == null
        ? Cursor.START
        : Cursor.parse(text)
            .orElseThrow(() -> invalid("cursor", "must be the next of a page before"));
  }

  private static int limit(String text) {
    boolean valid = text.matches("[0-9]{1,3}") && !text.matches("0*");
    if (!valid || Integer.parseInt(text) > MOST) {
      throw invalid("limit", "must be 1 to " + MOST);
    }
    return Integer.parseInt(text);
  }

  private static ProblemException unknown() {
    return new ProblemException(Problem.notFound("the person"));
  }

  private static ProblemException invalid(String parameter, String detail) {
    return new ProblemException(Problem.invalidField(parameter, detail));
  }
}
