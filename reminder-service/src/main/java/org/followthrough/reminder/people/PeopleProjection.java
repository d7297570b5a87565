package org.followthrough.reminder.people;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.StreamSupport;
import org.followthrough.kit.consumer.ReceivedEvent;

/** The table of people: one row each, replaced only by a higher version. */
@Singleton
class PeopleProjection {

  // Answers with whom planning has to look at again.
  private static final String UPSERT =
      """
      WITH incoming AS (
        SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[],
                             $7::text[], $8::uuid[], $9::text[], $10::date[], $11::bool[], $12::bigint[])
          AS i(person_id, organization_id, external_id, email, name, time_zone,
               locale, manager_id, org_unit, leave_until, gone, version)),
      before AS (SELECT p.* FROM people p JOIN incoming USING (person_id)),
      written AS (
        INSERT INTO people AS p (person_id, organization_id, external_id, email, name, time_zone,
                                 locale, manager_id, org_unit, leave_until, gone, version)
        SELECT * FROM incoming ORDER BY person_id
        ON CONFLICT (person_id) DO UPDATE SET
          external_id = excluded.external_id, email = excluded.email, name = excluded.name,
          time_zone = excluded.time_zone, locale = excluded.locale,
          manager_id = excluded.manager_id, org_unit = excluded.org_unit,
          leave_until = excluded.leave_until, gone = excluded.gone, version = excluded.version
        WHERE excluded.version > p.version
        RETURNING p.*)
      SELECT w.person_id FROM written w LEFT JOIN before b USING (person_id)
      WHERE b.person_id IS NULL
         OR (w.time_zone, w.manager_id, w.leave_until, w.gone, w.email)
            IS DISTINCT FROM (b.time_zone, b.manager_id, b.leave_until, b.gone, b.email)
      """;

  private static final String ERASE = "DELETE FROM people WHERE person_id = ANY($1)";

  /** Writes the newer ones. */
  Uni<UUID[]> upsert(SqlClient transaction, List<ReceivedEvent> events) {
    List<PersonUpserted> people =
        events.stream().map(event -> event.payload(PersonUpserted.class)).toList();
    Tuple columns =
        Tuple.from(
            List.of(
                column(people, PersonUpserted::personId, UUID[]::new),
                events.stream().map(ReceivedEvent::organizationId).toArray(UUID[]::new),
                column(people, PersonUpserted::externalId, String[]::new),
                column(people, PersonUpserted::email, String[]::new),
                column(people, PersonUpserted::name, String[]::new),
                column(people, PersonUpserted::timeZone, String[]::new),
                column(people, PersonUpserted::locale, String[]::new),
                column(people, PersonUpserted::managerId, UUID[]::new),
                column(people, PersonUpserted::orgUnit, String[]::new),
                column(people, PersonUpserted::leaveUntil, LocalDate[]::new),
                column(people, PersonUpserted::left, Boolean[]::new),
                events.stream().map(ReceivedEvent::version).toArray(Long[]::new)));
    return transaction
        .preparedQuery(UPSERT)
        .execute(columns)
        .map(rows -> StreamSupport.stream(rows.spliterator(), false))
        .map(rows -> rows.map((Row row) -> row.getUUID(0)).sorted().toArray(UUID[]::new));
  }

  Uni<Void> erase(SqlClient transaction, UUID[] personIds) {
    return personIds.length == 0
        ? Uni.createFrom().voidItem()
        : transaction.preparedQuery(ERASE).execute(Tuple.of(personIds)).replaceWithVoid();
  }

  private static <T> T[] column(
      List<PersonUpserted> people, Function<PersonUpserted, T> value, IntFunction<T[]> array) {
    return people.stream().map(value).toArray(array);
  }
}
