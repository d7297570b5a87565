package org.followthrough.actionplan.followup;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads what is known about an enrollment from the projections, in one round trip. */
@ApplicationScoped
public class FollowUpContexts {

  private static final String READ =
      "SELECT e.enrollment_id, e.organization_id, e.learner_id, e.course_id, e.starts_on,"
          + " e.ends_on, e.completed_at, e.status, c.external_id AS course_external_id, c.title, c.behaviours,"
          + " l.person_id AS l_person_id, l.external_id AS l_external_id, l.name AS l_name,"
          + " l.locale AS l_locale, l.time_zone AS l_time_zone, l.manager_id AS l_manager_id,"
          + " l.gone AS l_gone, m.person_id AS m_person_id, m.external_id AS m_external_id,"
          + " m.name AS m_name, m.locale AS m_locale, m.time_zone AS m_time_zone,"
          + " m.manager_id AS m_manager_id, m.gone AS m_gone FROM enrollments e"
          + " LEFT JOIN people l ON l.person_id = e.learner_id"
          + " AND l.organization_id = e.organization_id"
          + " LEFT JOIN people m ON m.person_id = l.manager_id"
          + " AND m.organization_id = e.organization_id"
          + " LEFT JOIN courses c ON c.course_id = e.course_id"
          + " AND c.organization_id = e.organization_id"
          + " WHERE e.enrollment_id = $1";

  private final Pool pool;

  FollowUpContexts(Pool pool) {
    this.pool = pool;
  }

  /** Of any organization: for those who come with a signed link. */
  public Uni<Optional<FollowUpContext>> of(UUID enrollmentId) {
    return pool.preparedQuery(READ).execute(Tuple.of(enrollmentId)).map(FollowUpContexts::first);
  }

  /** Of this organization only. */
  public Uni<Optional<FollowUpContext>> of(UUID enrollmentId, UUID organizationId) {
    return of(enrollmentId)
        .map(known -> known.filter(context -> context.organizationId().equals(organizationId)));
  }

  private static Optional<FollowUpContext> first(RowSet<Row> rows) {
    return rows.size() == 0 ? Optional.empty() : Optional.of(context(rows.iterator().next()));
  }

  private static FollowUpContext context(Row row) {
    String[] behaviours = row.getArrayOfStrings("behaviours");
    return new FollowUpContext(
        row.getUUID("enrollment_id"),
        row.getUUID("organization_id"),
        row.getUUID("learner_id"),
        row.getUUID("course_id"),
        row.getString("course_external_id"),
        row.getString("title"),
        behaviours == null ? List.of() : List.of(behaviours),
        row.getLocalDate("starts_on"),
        row.getLocalDate("ends_on"),
        instant(row.getOffsetDateTime("completed_at")),
        row.getString("status").equals("withdrawn"),
        participant(row, "l_"),
        participant(row, "m_"));
  }

  private static Instant instant(OffsetDateTime at) {
    return at == null ? null : at.toInstant();
  }

  private static Participant participant(Row row, String prefix) {
    UUID personId = row.getUUID(prefix + "person_id");
    return personId == null
        ? null
        : new Participant(
            personId,
            row.getString(prefix + "external_id"),
            row.getString(prefix + "name"),
            row.getString(prefix + "locale"),
            row.getString(prefix + "time_zone"),
            row.getUUID(prefix + "manager_id"),
            row.getBoolean(prefix + "gone"));
  }
}
