package org.followthrough.actionplan.api;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.followthrough.actionplan.api.PlanPageView.PlanEntryView;
import org.followthrough.actionplan.followup.FollowUpContext;
import org.followthrough.actionplan.followup.FollowUpContexts;
import org.followthrough.actionplan.followup.PlanStatus;
import org.followthrough.actionplan.story.FollowUpStories;
import org.followthrough.kit.problem.Problem;
import org.followthrough.kit.problem.ProblemException;

/** Reads follow-ups of one organization. */
@Singleton
class PlanReader {

  private static final String ENTRIES =
      """
      SELECT e.enrollment_id, l.external_id AS person, c.external_id AS course,
             coalesce(f.status, 'missing') AS status, coalesce(f.plan_version, 0) AS version,
             v.goal, v.committed_at
      FROM enrollments e
      LEFT JOIN followups f ON f.enrollment_id = e.enrollment_id
      LEFT JOIN plan_versions v
        ON v.enrollment_id = f.enrollment_id AND v.plan_version = f.plan_version
      LEFT JOIN people l
        ON l.person_id = e.learner_id AND l.organization_id = e.organization_id
      LEFT JOIN courses c
        ON c.course_id = e.course_id AND c.organization_id = e.organization_id
      WHERE e.organization_id = $1 AND e.status <> 'withdrawn'""";

  private final Pool pool;
  private final FollowUpContexts contexts;
  private final FollowUpStories stories;

  PlanReader(Pool pool, FollowUpContexts contexts, FollowUpStories stories) {
    this.pool = pool;
    this.contexts = contexts;
    this.stories = stories;
  }

  Uni<PlanPageView> page(UUID organizationId, PlanQuery query) {
    var sql = new StringBuilder(ENTRIES);
    Tuple parameters = Tuple.of(organizationId);
    filter(query, sql, parameters);
    // One more than asked for tells whether there is a next page.
    sql.append(" ORDER BY e.enrollment_id LIMIT ").append(query.limit() + 1);
    return pool.preparedQuery(sql.toString())
        .execute(parameters)
        .map(rows -> page(rows, query.limit()));
  }

  // Only what is asked for, so that each kind of page is read along its own index.
  private static void filter(PlanQuery query, StringBuilder sql, Tuple parameters) {
    if (query.courseId() != null) {
      parameters.addString(query.courseId());
      sql.append(
          " AND e.course_id IN (SELECT course_id FROM courses"
              + " WHERE organization_id = $1 AND external_id = $2)");
    }
    if (query.after() != null) {
      parameters.addUUID(query.after());
      sql.append(" AND e.enrollment_id > $").append(parameters.size());
    }
    if (query.status() == PlanStatus.MISSING) {
      sql.append(" AND coalesce(f.status, 'missing') = 'missing'");
    } else if (query.status() != null) {
      parameters.addString(query.status().key());
      sql.append(" AND f.organization_id = $1 AND f.status = $").append(parameters.size());
    }
  }

  Uni<FollowUpView> whole(UUID organizationId, String enrollmentId) {
    return context(organizationId, enrollmentId).chain(this::view);
  }

  Uni<FollowUpView> view(FollowUpContext context) {
    return stories.of(context.enrollmentId()).map(story -> FollowUpView.of(context, story));
  }

  /** What is known of an enrollment of this organization; 404 for any other. */
  Uni<FollowUpContext> context(UUID organizationId, String enrollmentId) {
    UUID id = PlanBody.uuid(enrollmentId);
    if (id == null) {
      return Uni.createFrom().failure(notFound());
    }
    return contexts.of(id, organizationId).map(known -> known.orElseThrow(PlanReader::notFound));
  }

  private static ProblemException notFound() {
    return new ProblemException(Problem.notFound("enrollment"));
  }

  private static PlanPageView page(RowSet<Row> rows, int limit) {
    List<PlanEntryView> entries = new ArrayList<>();
    rows.forEach(row -> entries.add(entry(row)));
    return entries.size() <= limit
        ? new PlanPageView(entries, null)
        : new PlanPageView(entries.subList(0, limit), entries.get(limit - 1).enrollmentId());
  }

  private static PlanEntryView entry(Row row) {
    OffsetDateTime committedAt = row.getOffsetDateTime("committed_at");
    return new PlanEntryView(
        row.getUUID("enrollment_id"),
        row.getString("person"),
        row.getString("course"),
        row.getString("status"),
        row.getInteger("version"),
        row.getString("goal"),
        committedAt == null ? null : committedAt.toInstant());
  }
}
