package org.followthrough.booster.question;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.followthrough.kit.auth.CurrentOrganization;

/** Counts over people; single answers are on the learner's own page and nowhere else. */
@Path("/v1/courses/{courseId}/questions/statistics")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Questions")
class StatisticsResource {

  /** By question id. */
  record Statistics(List<QuestionStatistics> questions) {}

  private static final String COUNTS =
      "SELECT q.external_id, q.retired, count(DISTINCT b.person_id) AS asked,"
          + " count(DISTINCT b.person_id) FILTER (WHERE b.state = 'answered') AS answered,"
          + " count(*) FILTER (WHERE b.state = 'answered') AS answers,"
          + " count(*) FILTER (WHERE b.correct) AS right_answers"
          + " FROM questions q LEFT JOIN boosters b ON b.question_id = q.question_id"
          + " AND b.state <> 'cancelled' WHERE q.organization_id = $1 AND q.course = $2"
          + " GROUP BY q.question_id ORDER BY q.external_id";

  private final Pool pool;
  private final CurrentOrganization organization;

  StatisticsResource(Pool pool, CurrentOrganization organization) {
    this.pool = pool;
    this.organization = organization;
  }

  @GET
  @RolesAllowed("read")
  @Operation(
      summary = "Counts people asked and answered, and the share of right answers, per question",
      description = "Null stands for fewer than five people.")
  @APIResponse(
      responseCode = "200",
      description = "Each question of the course, retired ones too; empty where it has none")
  public Uni<Statistics> show(
      @Parameter(description = "the HR system's id of the course") @PathParam("courseId")
          String courseId) {
    return pool.preparedQuery(COUNTS)
        .execute(Tuple.of(organization.id(), courseId))
        .map(StatisticsResource::statistics);
  }

  private static Statistics statistics(RowSet<Row> rows) {
    List<QuestionStatistics> questions = new ArrayList<>(rows.size());
    rows.forEach(
        row ->
            questions.add(
                QuestionStatistics.of(
                    row.getString("external_id"),
                    row.getBoolean("retired"),
                    row.getLong("asked"),
                    row.getLong("answered"),
                    row.getLong("answers"),
                    row.getLong("right_answers"))));
    return new Statistics(questions);
  }
}
