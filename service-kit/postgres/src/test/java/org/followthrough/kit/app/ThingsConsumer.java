package org.followthrough.kit.app;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.followthrough.kit.consumer.EventConsumer;
import org.followthrough.kit.consumer.EventConsumers;
import org.followthrough.kit.consumer.ReceivedEvent;
import org.followthrough.kit.event.EventComposer;
import org.followthrough.kit.outbox.OutboxRelay;
import org.followthrough.kit.outbox.PendingEvent;
import org.followthrough.kit.postgres.PgInbox;
import org.followthrough.kit.postgres.PgOutbox;

/** Counts its effects, so that a test sees an event that had two; answers each with an event. */
@ApplicationScoped
class ThingsConsumer {

  record Thing(UUID thingId, String name) {}

  private static final String COUNT =
      "INSERT INTO things SELECT t.id, t.organization, t.name, 1, t.version"
          + " FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::bigint[])"
          + " AS t(id, organization, name, version)"
          + " ON CONFLICT (thing_id) DO UPDATE SET effects = things.effects + 1";

  private final EventConsumer consumer;
  private final Pool pool;
  private final PgInbox inbox;
  private final PgOutbox outbox;
  private final OutboxRelay relay;
  private final EventComposer composer;

  ThingsConsumer(
      EventConsumers consumers,
      Pool pool,
      PgInbox inbox,
      PgOutbox outbox,
      OutboxRelay relay,
      EventComposer composer) {
    this.consumer = consumers.create("things", this::apply);
    this.pool = pool;
    this.inbox = inbox;
    this.outbox = outbox;
    this.relay = relay;
    this.composer = composer;
  }

  @Incoming("things")
  Uni<Void> consume(ConsumerRecords<String, byte[]> records) {
    return consumer.consume(records);
  }

  private Uni<Void> apply(List<ReceivedEvent> events) {
    return pool.withTransaction(
            transaction ->
                inbox
                    .firstSeen(transaction, "things", events)
                    .chain(fresh -> store(transaction, fresh)))
        .invoke(relay::wake);
  }

  private Uni<Void> store(SqlConnection transaction, List<ReceivedEvent> fresh) {
    if (fresh.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    List<Thing> things = fresh.stream().map(event -> event.payload(Thing.class)).toList();
    return transaction
        .preparedQuery(COUNT)
        .execute(
            Tuple.of(
                things.stream().map(Thing::thingId).toArray(UUID[]::new),
                fresh.stream().map(ReceivedEvent::organizationId).toArray(UUID[]::new),
                things.stream().map(Thing::name).toArray(String[]::new),
                fresh.stream().map(ReceivedEvent::version).toArray(Long[]::new)))
        .chain(() -> outbox.append(transaction, fresh.stream().map(this::answer).toList()));
  }

  private PendingEvent answer(ReceivedEvent event) {
    return new PendingEvent(
        ThingResource.TOPIC,
        composer.composeFrom(
            event.envelope(),
            "kit.ThingSeen.v1",
            event.subject(),
            event.version(),
            event.payload(Thing.class)));
  }
}
