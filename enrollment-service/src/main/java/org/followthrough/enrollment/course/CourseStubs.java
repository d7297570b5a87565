package org.followthrough.enrollment.course;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.followthrough.enrollment.fact.Ref;
import org.followthrough.enrollment.sql.Columns;
import org.followthrough.kit.event.EventComposer;
import org.followthrough.kit.event.EventEnvelope;
import org.followthrough.kit.outbox.PendingEvent;

/** Courses that HR events mention; until someone describes one, its HR id is its title. */
@Singleton
public class CourseStubs {

  private static final String ADD =
      "INSERT INTO courses (course_id, organization_id, external_id, title)"
          + " SELECT c, o, e, e FROM unnest($1::uuid[], $2::uuid[], $3::text[]) AS n (c, o, e)"
          + " ON CONFLICT (organization_id, external_id) DO NOTHING"
          + " RETURNING organization_id, external_id, course_id";

  private static final String FIND =
      "SELECT c.organization_id, c.external_id, c.course_id"
          + " FROM unnest($1::uuid[], $2::text[]) AS k (organization_id, external_id)"
          + " JOIN courses c USING (organization_id, external_id)";

  /**
   * Our ids of the mentioned courses.
   *
   * @param added those that were unknown before
   */
  public record Mentioned(Map<Ref, UUID> ids, Map<Ref, UUID> added) {}

  private static final Mentioned NONE = new Mentioned(Map.of(), Map.of());

  private final EventComposer composer;

  CourseStubs(EventComposer composer) {
    this.composer = composer;
  }

  /** Our ids of those of these courses that were mentioned before. */
  public Uni<Mentioned> find(SqlClient transaction, List<Ref> refs) {
    return findIds(transaction, refs).map(found -> new Mentioned(found, Map.of()));
  }

  /** Our ids of courses that seem to be mentioned for the first time. Refs come sorted. */
  public Uni<Mentioned> add(SqlClient transaction, List<Ref> refs) {
    if (refs.isEmpty()) {
      return Uni.createFrom().item(NONE);
    }
    Object organizations = Columns.uuids(refs, Ref::organizationId);
    Object externalIds = Columns.texts(refs, Ref::externalId);
    Object newIds = Columns.uuids(refs, ref -> EventComposer.newId());
    return Uni.combine()
        .all()
        .unis(
            transaction.preparedQuery(ADD).execute(Tuple.of(newIds, organizations, externalIds)),
            findIds(transaction, refs))
        .with((added, found) -> new Mentioned(found, ids(added)));
  }

  private static Uni<Map<Ref, UUID>> findIds(SqlClient transaction, List<Ref> refs) {
    if (refs.isEmpty()) {
      return Uni.createFrom().item(Map.of());
    }
    Object organizations = Columns.uuids(refs, Ref::organizationId);
    Object externalIds = Columns.texts(refs, Ref::externalId);
    return transaction
        .preparedQuery(FIND)
        .execute(Tuple.of(organizations, externalIds))
        .map(CourseStubs::ids);
  }

  /**
   * The events of courses that were unknown before.
   *
   * @param trace the trace context by which a course was mentioned, or null
   */
  public Stream<PendingEvent> events(Mentioned mentioned, Function<UUID, String> trace) {
    return mentioned.added().entrySet().stream()
        .map(
            course ->
                event(course.getKey(), course.getValue()).tracedBy(trace.apply(course.getValue())))
        .map(event -> new PendingEvent(CourseUpserted.TOPIC, event));
  }

  private EventEnvelope event(Ref ref, UUID courseId) {
    return composer.compose(
        CourseUpserted.TYPE,
        courseId,
        1,
        ref.organizationId(),
        CourseUpserted.mentioned(courseId, ref.externalId()));
  }

  private static Map<Ref, UUID> ids(RowSet<Row> rows) {
    Map<Ref, UUID> ids = new HashMap<>();
    rows.forEach(row -> ids.put(new Ref(row.getUUID(0), row.getString(1)), row.getUUID(2)));
    return ids;
  }
}
