package org.followthrough.actionplan.people;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.followthrough.actionplan.projection.NewestPerKey;
import org.followthrough.kit.consumer.EventConsumer;
import org.followthrough.kit.consumer.EventConsumers;
import org.followthrough.kit.consumer.ReceivedEvent;
import org.followthrough.kit.event.EventJson;

/**
 * Keeps the latest state of each person. Of an erased one only the id stays, marked as gone, so
 * that their links say so; what they wrote is deleted with them.
 */
@ApplicationScoped
class PeopleEventsConsumer {

  private static final String UPSERT =
      "INSERT INTO people (person_id, organization_id, external_id, name, locale, time_zone,"
          + " manager_id, gone, version)"
          + " SELECT person_id, organization_id, external_id, name, locale, time_zone, manager_id,"
          + " gone, version"
          + " FROM jsonb_to_recordset(CAST(CAST($1 AS text) AS jsonb)) AS p(person_id uuid,"
          + " organization_id uuid, external_id text, name text, locale text, time_zone text,"
          + " manager_id uuid, gone boolean, version bigint)"
          + " ON CONFLICT (person_id) DO UPDATE SET organization_id = excluded.organization_id,"
          + " external_id = excluded.external_id, name = excluded.name, locale = excluded.locale,"
          + " time_zone = excluded.time_zone, manager_id = excluded.manager_id,"
          + " gone = excluded.gone, version = excluded.version"
          + " WHERE people.version < excluded.version";

  private static final String FORGET_WRITTEN_AS_LEARNER =
      "DELETE FROM followups WHERE learner_id = ANY($1)";

  private static final String FORGET_WRITTEN_AS_MANAGER =
      "UPDATE talks SET outcome = NULL WHERE manager_id = ANY($1) AND outcome IS NOT NULL";

  private final EventConsumer consumer;
  private final Pool pool;

  PeopleEventsConsumer(EventConsumers consumers, Pool pool) {
    this.consumer = consumers.create("people", this::apply);
    this.pool = pool;
  }

  @Incoming("people")
  Uni<Void> consume(ConsumerRecords<String, byte[]> records) {
    return consumer.consume(records);
  }

  private Uni<Void> apply(List<ReceivedEvent> events) {
    List<ReceivedEvent> newest =
        NewestPerKey.of(
            events.stream()
                .filter(
                    event ->
                        event.isTombstone() || event.type().equals("enrollment.PersonUpserted.v1"))
                .toList());
    if (newest.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    UUID[] erased =
        newest.stream()
            .filter(ReceivedEvent::isTombstone)
            .map(ReceivedEvent::subject)
            .toArray(UUID[]::new);
    return pool.withTransaction(
        tx ->
            tx.preparedQuery(UPSERT)
                .execute(Tuple.of(rows(newest)))
                .chain(() -> forget(tx, erased)));
  }

  private static Uni<Void> forget(SqlClient tx, UUID[] erased) {
    if (erased.length == 0) {
      return Uni.createFrom().voidItem();
    }
    return tx.preparedQuery(FORGET_WRITTEN_AS_LEARNER)
        .execute(Tuple.of((Object) erased))
        .chain(() -> tx.preparedQuery(FORGET_WRITTEN_AS_MANAGER).execute(Tuple.of((Object) erased)))
        .replaceWithVoid();
  }

  private static String rows(List<ReceivedEvent> events) {
    ArrayNode rows = EventJson.mapper().createArrayNode();
    for (ReceivedEvent event : events) {
      ObjectNode row =
          rows.addObject()
              .put("person_id", event.subject().toString())
              .put("organization_id", event.organizationId().toString())
              .put("version", event.version());
      if (event.isTombstone()) {
        row.put("gone", true);
      } else {
        describe(row, event.payload(PersonState.class));
      }
    }
    return rows.toString();
  }

  private static void describe(ObjectNode row, PersonState state) {
    row.put("external_id", state.externalId())
        .put("name", state.name())
        .put("locale", state.locale())
        .put("time_zone", state.timeZone())
        .put("manager_id", state.managerId() == null ? null : state.managerId().toString())
        .put("gone", state.left());
  }
}
