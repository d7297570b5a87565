package org.followthrough.booster.person;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.followthrough.booster.track.TrackWakeups;
import org.followthrough.kit.consumer.EventConsumer;
import org.followthrough.kit.consumer.EventConsumers;
import org.followthrough.kit.consumer.ReceivedEvent;
import org.followthrough.kit.event.EventJson;

/** Stops the questions of who left; removes questions and answers of who is erased. */
@ApplicationScoped
class PersonEventsConsumer {

  // Only who has left at some time gets a row; all others would be as many rows as people.
  private static final String KEEP =
      "INSERT INTO leavers AS known (person_id, has_left, version) SELECT p.* FROM"
          + " jsonb_to_recordset($1::text::jsonb) AS p(person_id uuid, has_left boolean, version"
          + " bigint) WHERE has_left OR EXISTS (SELECT 1 FROM leavers l WHERE l.person_id ="
          + " p.person_id) ORDER BY person_id ON CONFLICT (person_id) DO UPDATE SET has_left ="
          + " excluded.has_left, version = excluded.version WHERE excluded.version > known.version";

  // Locked in the order in which a wake-up locks them.
  private static final String ERASE_TRACKS =
      "WITH held AS (SELECT t.enrollment_id FROM tracks t JOIN enrollments e USING (enrollment_id)"
          + " WHERE e.person_id = ANY($1) ORDER BY t.enrollment_id FOR UPDATE OF t)"
          + " DELETE FROM tracks USING held WHERE tracks.enrollment_id = held.enrollment_id";

  private static final String ERASE_BOOSTERS = "DELETE FROM boosters WHERE person_id = ANY($1)";

  private static final String ERASE_ENROLLMENTS =
      "DELETE FROM enrollments WHERE person_id = ANY($1)";

  private final EventConsumer consumer;
  private final Pool pool;
  private final TrackWakeups tracks;

  PersonEventsConsumer(EventConsumers consumers, Pool pool, TrackWakeups tracks) {
    this.consumer = consumers.create("people", this::apply);
    this.pool = pool;
    this.tracks = tracks;
  }

  @Incoming("people")
  Uni<Void> consume(ConsumerRecords<String, byte[]> records) {
    return consumer.consume(records);
  }

  private Uni<Void> apply(List<ReceivedEvent> events) {
    Collection<ReceivedEvent> newest = newest(events);
    UUID[] erased =
        newest.stream()
            .filter(ReceivedEvent::isTombstone)
            .map(ReceivedEvent::subject)
            .toArray(UUID[]::new);
    List<UUID> people = newest.stream().map(ReceivedEvent::subject).toList();
    return pool.withTransaction(
            transaction -> keep(transaction, json(newest)).chain(() -> erase(transaction, erased)))
        .chain(() -> tracks.ofLeavers(people));
  }

  private static Uni<Void> keep(SqlConnection transaction, String people) {
    return transaction.preparedQuery(KEEP).execute(Tuple.of(people)).replaceWithVoid();
  }

  // Attempts go with their boosters.
  private static Uni<Void> erase(SqlConnection transaction, UUID[] people) {
    if (people.length == 0) {
      return Uni.createFrom().voidItem();
    }
    return transaction
        .preparedQuery(ERASE_TRACKS)
        .execute(Tuple.of((Object) people))
        .chain(() -> transaction.preparedQuery(ERASE_BOOSTERS).execute(Tuple.of((Object) people)))
        .chain(
            () -> transaction.preparedQuery(ERASE_ENROLLMENTS).execute(Tuple.of((Object) people)))
        .replaceWithVoid();
  }

  private static Collection<ReceivedEvent> newest(List<ReceivedEvent> events) {
    Map<UUID, ReceivedEvent> newest = new TreeMap<>();
    for (ReceivedEvent event : events) {
      newest.merge(
          event.subject(), event, (one, other) -> other.version() > one.version() ? other : one);
    }
    return newest.values();
  }

  private static String json(Collection<ReceivedEvent> events) {
    ArrayNode rows = EventJson.mapper().createArrayNode();
    for (ReceivedEvent event : events) {
      boolean left = event.isTombstone() || event.payload(PersonState.class).left();
      rows.addObject()
          .put("person_id", event.subject().toString())
          .put("has_left", left)
          .put("version", event.version());
    }
    return rows.toString();
  }
}
