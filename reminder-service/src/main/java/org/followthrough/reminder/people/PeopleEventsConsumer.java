package org.followthrough.reminder.people;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.followthrough.kit.consumer.EventConsumer;
import org.followthrough.kit.consumer.EventConsumers;
import org.followthrough.kit.consumer.ReceivedEvent;

/** Keeps the people, and has the journeys planned again that a change of them concerns. */
@ApplicationScoped
class PeopleEventsConsumer {

  private final Pool pool;
  private final PeopleProjection people;
  private final CircumstanceChanges changes;
  private final EventConsumer consumer;

  PeopleEventsConsumer(
      EventConsumers consumers, Pool pool, PeopleProjection people, CircumstanceChanges changes) {
    this.pool = pool;
    this.people = people;
    this.changes = changes;
    this.consumer = consumers.create("people", this::apply);
  }

  @Incoming("people")
  Uni<Void> consume(ConsumerRecords<String, byte[]> records) {
    return consumer.consume(records);
  }

  private Uni<Void> apply(List<ReceivedEvent> events) {
    LatestEvents latest = LatestEvents.of(events);
    return pool.withTransaction(connection -> write(connection, latest))
        .chain(() -> changes.committed(latest.keys()));
  }

  // People first, journeys after them: the order in which planning locks.
  private Uni<Void> write(SqlConnection transaction, LatestEvents latest) {
    return people
        .upsert(transaction, latest.upserts())
        .call(() -> people.erase(transaction, latest.tombstones()))
        .chain(changed -> changes.peopleChanged(transaction, changed))
        .chain(() -> changes.peopleErased(transaction, latest.tombstones()));
  }
}
