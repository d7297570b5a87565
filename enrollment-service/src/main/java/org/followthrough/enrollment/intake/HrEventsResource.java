package org.followthrough.enrollment.intake;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.followthrough.kit.auth.CurrentOrganization;
import org.followthrough.kit.event.TraceContext;

@Path("/v1/hr-events")
@Tag(name = "HR intake")
class HrEventsResource {

  private static final String EXAMPLE =
      """
      {"specversion":"1.0","id":"e-1","source":"/hr/acme","type":"hr.learner.enrolled",\
      "time":"2027-01-04T09:00:00Z",\
      "data":{"personId":"E-1001","courseId":"difficult-talks","cohortId":"2027-1"}}\
      """;

  private final IntakeQueue queue;
  private final LargeBodies large;
  private final CurrentOrganization organization;
  private final Clock clock;

  HrEventsResource(
      IntakeQueue queue, LargeBodies large, CurrentOrganization organization, Clock clock) {
    this.queue = queue;
    this.large = large;
    this.organization = organization;
    this.clock = clock;
  }

  @POST
  @RolesAllowed("intake")
  @Consumes({
    IntakeForm.EVENT_TYPE,
    IntakeForm.BATCH_TYPE,
    IntakeForm.LINES_TYPE,
    MediaType.APPLICATION_JSON
  })
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "takeHrEvents",
      summary = "Take in events of an HR system",
      description =
          """
          Takes CloudEvents 1.0: one, an array of them, or one a line (NDJSON, of any length, \
          read as fast as it can be stored). `id` and `source` together make an event count once, \
          for good; `time` decides which of two events about the same thing is the later one, so \
          the order in which they come does not matter. Without `time` the time of arrival counts, \
          and within a request the later one is later. \
          What is not known yet (a course, a manager) may be referred to and is kept.

          | type | data |
          |---|---|
          | hr.person.upserted | personId, email, name, timeZone, locale?, managerId?, orgUnit?, leaveUntil? |
          | hr.person.left | personId |
          | hr.cohort.scheduled | courseId, cohortId, title?, startsOn, endsOn |
          | hr.learner.enrolled | personId, courseId, cohortId?, enrolledAt? |
          | hr.course.completed | personId, courseId, cohortId?, completedAt |
          | hr.enrollment.withdrawn | personId, courseId, cohortId? |

          The answer comes when the events are stored for good. A faulty event is rejected with \
          all its faults and does not hold up the others. After a failure (5xx, or no answer) \
          send the same request again: what was stored counts as a duplicate then.\
          """)
  @RequestBody(
      required = true,
      content = {
        @Content(
            mediaType = IntakeForm.EVENT_TYPE,
            schema = @Schema(implementation = HrEventDocument.class),
            examples = @ExampleObject(name = "enrolled", value = EXAMPLE)),
        @Content(
            mediaType = IntakeForm.BATCH_TYPE,
            schema = @Schema(implementation = HrEventDocument[].class),
            examples = @ExampleObject(name = "batch", value = "[" + EXAMPLE + "]")),
        @Content(
            mediaType = IntakeForm.LINES_TYPE,
            schema = @Schema(type = SchemaType.STRING, description = "an HrEvent a line"),
            examples = @ExampleObject(name = "line", value = EXAMPLE)),
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(oneOf = {HrEventDocument.class, HrEventDocument[].class}),
            examples = @ExampleObject(name = "enrolled", value = EXAMPLE))
      })
  @APIResponse(
      responseCode = "200",
      description = "A verdict for every event",
      content = @Content(schema = @Schema(implementation = IntakeVerdict.class)))
  @APIResponse(responseCode = "400", description = "The request cannot be read at all")
  @APIResponse(responseCode = "401", description = "No API key, or one that is not valid")
  @APIResponse(responseCode = "403", description = "The API key lacks the scope intake")
  @APIResponse(responseCode = "408", description = "A large body did not come within a minute")
  @APIResponse(responseCode = "413", description = "More than 2 MB; NDJSON has no limit")
  @APIResponse(responseCode = "415", description = "Another media type, or a compressed body")
  @APIResponse(responseCode = "503", description = "Not stored; send the same request again")
  public Uni<IntakeVerdict> take(@jakarta.ws.rs.core.Context HttpServerRequest request) {
    IntakeForm form = IntakeForm.ofMediaType(request.getHeader(HttpHeaders.CONTENT_TYPE));
    String encoding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
    if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
      throw IntakeForm.unsupported();
    }
    if ("100-continue".equalsIgnoreCase(request.getHeader("Expect"))) {
      request.response().writeContinue();
    }
    HrEventReader reader =
        new HrEventReader(
            organization.id(), new Arrivals(clock), TraceContext.current().orElse(null));
    return form == IntakeForm.LINES
        ? new LinesIntake(request, Vertx.currentContext(), reader, queue).verdict()
        : takeWhole(request, new BodyIntake(form, reader, queue));
  }

  private Uni<IntakeVerdict> takeWhole(HttpServerRequest request, BodyIntake intake) {
    if (!LargeBodies.isLarge(request.getHeader(HttpHeaders.CONTENT_LENGTH))) {
      return WholeBody.of(request).chain(intake::verdict);
    }
    Context own = Vertx.currentContext();
    return large.whenThereIsRoom(
        WholeBody.soon(request)
            .runSubscriptionOn(step -> own.runOnContext(nothing -> step.run()))
            .chain(intake::verdict));
  }
}
