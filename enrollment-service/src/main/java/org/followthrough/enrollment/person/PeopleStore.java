package org.followthrough.enrollment.person;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.followthrough.enrollment.fact.Ref;
import org.followthrough.enrollment.fact.Stamp;
import org.followthrough.enrollment.sql.Columns;
import org.followthrough.kit.event.EventComposer;
import org.followthrough.kit.event.EventEnvelope;
import org.followthrough.kit.outbox.PendingEvent;

/** The people table, one statement per batch. */
@Singleton
public class PeopleStore {

  private static final String TOPIC = "enrollment.people.v1";

  private static final String ADD_STUBS =
      "INSERT INTO people (person_id, organization_id, external_id)"
          + " SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::text[])"
          + " ON CONFLICT (organization_id, external_id) DO NOTHING";

  private static final String FIND_IDS =
      "SELECT p.organization_id, p.external_id, p.person_id"
          + " FROM unnest($1::uuid[], $2::text[]) AS k (organization_id, external_id)"
          + " JOIN people p USING (organization_id, external_id)";

  private static final String LOCK =
      "SELECT * FROM people WHERE person_id = ANY($1) ORDER BY person_id FOR NO KEY UPDATE";

  private static final String WRITE =
      "UPDATE people p SET email = n.email, name = n.name, time_zone = n.time_zone,"
          + " locale = n.locale, manager_id = n.manager_id, org_unit = n.org_unit,"
          + " leave_until = n.leave_until, gone = n.gone,"
          + " profile_time = n.profile_time, profile_event = n.profile_event,"
          + " profile_source = n.profile_source, left_time = n.left_time,"
          + " left_event = n.left_event, left_source = n.left_source, version = n.version"
          + " FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::uuid[],"
          + " $7::text[], $8::date[], $9::bool[], $10::timestamptz[], $11::text[], $12::text[],"
          + " $13::timestamptz[], $14::text[], $15::text[], $16::int8[])"
          + " AS n (person_id, email, name, time_zone, locale, manager_id, org_unit, leave_until,"
          + " gone, profile_time, profile_event, profile_source, left_time, left_event,"
          + " left_source, version) WHERE p.person_id = n.person_id";

  private final EventComposer composer;

  PeopleStore(EventComposer composer) {
    this.composer = composer;
  }

  /** Our ids of those of these people who were mentioned before. */
  public Uni<Map<Ref, UUID>> find(SqlClient transaction, List<Ref> refs) {
    if (refs.isEmpty()) {
      return Uni.createFrom().item(Map.of());
    }
    Object organizations = Columns.uuids(refs, Ref::organizationId);
    Object externalIds = Columns.texts(refs, Ref::externalId);
    return transaction
        .preparedQuery(FIND_IDS)
        .execute(Tuple.of(organizations, externalIds))
        .map(PeopleStore::ids);
  }

  /** Our ids of people who seem to be mentioned for the first time. Refs come sorted. */
  public Uni<Map<Ref, UUID>> add(SqlClient transaction, List<Ref> refs) {
    if (refs.isEmpty()) {
      return Uni.createFrom().item(Map.of());
    }
    Object organizations = Columns.uuids(refs, Ref::organizationId);
    Object externalIds = Columns.texts(refs, Ref::externalId);
    Object newIds = Columns.uuids(refs, ref -> EventComposer.newId());
    return Uni.combine()
        .all()
        .unis(
            transaction
                .preparedQuery(ADD_STUBS)
                .execute(Tuple.of(newIds, organizations, externalIds)),
            find(transaction, refs))
        .with((added, found) -> found);
  }

  /** Locks and reads these people until the transaction ends. */
  public Uni<List<PersonSnapshot>> lock(SqlClient transaction, Collection<UUID> personIds) {
    if (personIds.isEmpty()) {
      return Uni.createFrom().item(List.of());
    }
    return transaction
        .preparedQuery(LOCK)
        .execute(Tuple.of(personIds.toArray(UUID[]::new)))
        .map(rows -> rows.stream().map(PeopleStore::person).toList());
  }

  /** Writes people that are locked. */
  public Uni<Void> write(SqlClient transaction, List<PersonSnapshot> people) {
    return people.isEmpty()
        ? Uni.createFrom().voidItem()
        : transaction.preparedQuery(WRITE).execute(Tuple.tuple(columns(people))).replaceWithVoid();
  }

  /**
   * The events of people whose version grew.
   *
   * @param trace the trace context of what was told of a person, or null
   */
  public Stream<PendingEvent> events(List<PersonSnapshot> changed, Function<UUID, String> trace) {
    return changed.stream()
        .map(person -> event(person).tracedBy(trace.apply(person.personId())))
        .map(event -> new PendingEvent(TOPIC, event));
  }

  private EventEnvelope event(PersonSnapshot person) {
    return composer.compose(
        PersonUpserted.TYPE,
        person.personId(),
        person.version(),
        person.organizationId(),
        PersonUpserted.of(person));
  }

  private static Map<Ref, UUID> ids(RowSet<Row> rows) {
    Map<Ref, UUID> ids = new HashMap<>();
    rows.forEach(row -> ids.put(new Ref(row.getUUID(0), row.getString(1)), row.getUUID(2)));
    return ids;
  }

  private static List<Object> columns(List<PersonSnapshot> people) {
    List<PersonUpserted> shown = people.stream().map(PersonUpserted::of).toList();
    List<Object> columns = new ArrayList<>();
    columns.add(Columns.uuids(people, PersonSnapshot::personId));
    columns.add(Columns.texts(shown, PersonUpserted::email));
    columns.add(Columns.texts(shown, PersonUpserted::name));
    columns.add(Columns.texts(shown, PersonUpserted::timeZone));
    columns.add(Columns.texts(shown, PersonUpserted::locale));
    columns.add(Columns.uuids(shown, PersonUpserted::managerId));
    columns.add(Columns.texts(shown, PersonUpserted::orgUnit));
    columns.add(Columns.dates(shown, PersonUpserted::leaveUntil));
    columns.add(Columns.booleans(people, PersonSnapshot::gone));
    columns.addAll(Columns.stamps(people, PersonSnapshot::profileStamp));
    columns.addAll(Columns.stamps(people, PersonSnapshot::leftStamp));
    columns.add(Columns.longs(people, PersonSnapshot::version));
    return columns;
  }

  private static PersonSnapshot person(Row row) {
    Stamp profileStamp = Columns.stamp(row, "profile");
    return new PersonSnapshot(
        row.getUUID("person_id"),
        row.getUUID("organization_id"),
        row.getString("external_id"),
        profileStamp == null ? null : profile(row),
        profileStamp,
        Columns.stamp(row, "left"),
        row.getBoolean("gone"),
        row.getLong("version"));
  }

  private static PersonProfile profile(Row row) {
    return new PersonProfile(
        row.getString("email"),
        row.getString("name"),
        row.getString("time_zone"),
        row.getString("locale"),
        row.getUUID("manager_id"),
        row.getString("org_unit"),
        row.getLocalDate("leave_until"));
  }
}
