package org.followthrough.kit.deadletter;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.followthrough.kit.consumer.EventConsumer;
import org.followthrough.kit.consumer.EventConsumers;
import org.followthrough.kit.problem.Problem;
import org.followthrough.kit.problem.ProblemException;

/** For operators, with the operator's token; the front door does not lead here. */
@Path("/ops/dead-letters")
@RolesAllowed("operator")
@Produces(MediaType.APPLICATION_JSON)
class DeadLetterResource {

  /** One dead letter without its payload. */
  record Entry(String id, String channel, String reason, Instant buriedAt) {}

  private final DeadLetters letters;
  private final EventConsumers consumers;

  DeadLetterResource(DeadLetters letters, EventConsumers consumers) {
    this.letters = letters;
    this.consumers = consumers;
  }

  @GET
  @Operation(summary = "Lists the dead letters of this service, oldest first, without payloads")
  public List<Entry> list() {
    return letters.all().stream()
        .map(each -> new Entry(each.id(), each.channel(), each.reason(), each.buriedAt()))
        .toList();
  }

  @POST
  @Path("/{id}/replay")
  @Operation(
      summary = "Applies a dead letter again",
      description = "204 when it had its effect and is forgotten; 404 unknown; 409 it failed again")
  public Uni<Void> replay(@PathParam("id") String id) {
    DeadLetter letter =
        letters.all().stream()
            .filter(each -> each.id().equals(id))
            .findFirst()
            .orElseThrow(() -> new ProblemException(Problem.notFound("dead letter")));
    EventConsumer consumer = consumer(letter);
    return consumer
        .replay(letter.record())
        .onFailure()
        .transform(failure -> failedAgain(consumer.reason(failure)))
        .chain(() -> letters.forget(id));
  }

  private EventConsumer consumer(DeadLetter letter) {
    return consumers
        .ofChannel(letter.channel())
        .orElseThrow(() -> new ProblemException(Problem.notFound("channel of this dead letter")));
  }

  private static ProblemException failedAgain(String reason) {
    return new ProblemException(
        Problem.of(409, "replay-failed", "Replay failed", "it failed again: " + reason));
  }
}
