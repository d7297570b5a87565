package org.followthrough.kit.app;

import io.smallrye.mutiny.Uni;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.followthrough.kit.auth.CurrentOrganization;
import org.followthrough.kit.event.EventComposer;
import org.followthrough.kit.outbox.OutboxRelay;
import org.followthrough.kit.outbox.PendingEvent;
import org.followthrough.kit.postgres.PgOutbox;
import org.followthrough.kit.problem.Problem;
import org.followthrough.kit.problem.ProblemException;
import org.followthrough.kit.problem.TextGuard;

@Path("/v1/things")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class ThingResource {

  static final String TOPIC = "kit.made.v1";
  static final String TYPE = "kit.ThingMade.v1";

  private static final TextGuard NAME = TextGuard.name(40);

  record NewThing(
      @NotBlank @Size(max = 40) String name, int count, Instant madeAt, Object anything) {}

  record MadeThing(UUID thingId, String name) {}

  private final Pool pool;
  private final PgOutbox outbox;
  private final OutboxRelay relay;
  private final EventComposer composer;
  private final CurrentOrganization organization;

  ThingResource(
      Pool pool,
      PgOutbox outbox,
      OutboxRelay relay,
      EventComposer composer,
      CurrentOrganization organization) {
    this.pool = pool;
    this.outbox = outbox;
    this.relay = relay;
    this.composer = composer;
    this.organization = organization;
  }

  @POST
  @RolesAllowed("write")
  public Uni<MadeThing> make(@Valid @NotNull NewThing thing) {
    TextGuard.Checked name = NAME.check("/name", thing.name());
    name.error()
        .ifPresent(
            error -> {
              throw new ProblemException(Problem.invalidFields(List.of(error)));
            });
    var made = new MadeThing(EventComposer.newId(), name.text());
    UUID owner = organization.id();
    return pool.withTransaction(transaction -> store(transaction, made, owner))
        .invoke(relay::wake)
        .replaceWith(made);
  }

  private Uni<Void> store(SqlConnection transaction, MadeThing made, UUID owner) {
    return transaction
        .preparedQuery("INSERT INTO things VALUES ($1, $2, $3, 1, 1)")
        .execute(Tuple.of(made.thingId(), owner, made.name()))
        .chain(
            () ->
                outbox.append(
                    transaction,
                    List.of(
                        new PendingEvent(
                            TOPIC, composer.compose(TYPE, made.thingId(), 1, owner, made)))));
  }

  @GET
  @RolesAllowed("read")
  public List<String> names() {
    return List.of();
  }

  @GET
  @Path("/broken")
  @RolesAllowed("read")
  public String broken() {
    throw new IllegalStateException("a secret that must not leave");
  }

  /** Fails as a pool does that has no connection for long. */
  @GET
  @Path("/waiting")
  @RolesAllowed("read")
  public Uni<String> waiting() {
    return Uni.createFrom().failure(new NoStackTraceThrowable("Timeout"));
  }

  @GET
  @Path("/unannotated")
  public String unannotated() {
    return "nobody sees this";
  }
}
