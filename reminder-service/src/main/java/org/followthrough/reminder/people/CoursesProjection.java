package org.followthrough.reminder.people;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.followthrough.kit.consumer.ReceivedEvent;
import org.followthrough.kit.event.EventJson;

/** The table of courses: one row each, replaced only by a higher version. */
@Singleton
class CoursesProjection {

  // Answers with the courses that are new or follow another cadence.
  private static final String UPSERT =
      """
      WITH incoming AS (
        SELECT * FROM jsonb_to_recordset($1::text::jsonb) AS (course_id uuid, organization_id uuid,
          external_id text, title text, description text, behaviours jsonb, language text,
          cadence text, cost_per_place numeric, need_by date, version bigint)),
      before AS (SELECT c.* FROM courses c JOIN incoming USING (course_id)),
      written AS (
        INSERT INTO courses AS c (course_id, organization_id, external_id, title, description,
                                  behaviours, language, cadence, cost_per_place, need_by, version)
        SELECT * FROM incoming ORDER BY course_id
        ON CONFLICT (course_id) DO UPDATE SET
          external_id = excluded.external_id, title = excluded.title,
          description = excluded.description, behaviours = excluded.behaviours,
          language = excluded.language, cadence = excluded.cadence,
          cost_per_place = excluded.cost_per_place, need_by = excluded.need_by,
          version = excluded.version
        WHERE excluded.version > c.version
        RETURNING c.*)
      SELECT w.course_id FROM written w LEFT JOIN before b USING (course_id)
      WHERE b.cadence IS DISTINCT FROM w.cadence
      """;

  private static final String ERASE = "DELETE FROM courses WHERE course_id = ANY($1)";

  /** Writes the newer ones. */
  Uni<UUID[]> upsert(SqlClient transaction, List<ReceivedEvent> events) {
    var rows = EventJson.mapper().createArrayNode();
    for (ReceivedEvent event : events) {
      CourseUpserted course = event.payload(CourseUpserted.class);
      rows.addObject()
          .put("course_id", course.courseId().toString())
          .put("organization_id", event.organizationId().toString())
          .put("external_id", course.externalId())
          .put("title", course.title())
          .put("description", course.description())
          .put("language", course.language())
          .put("cadence", course.cadence())
          .put("cost_per_place", course.costPerPlace())
          .put("need_by", course.needBy() == null ? null : course.needBy().toString())
          .put("version", event.version())
          .set("behaviours", EventJson.mapper().valueToTree(course.behaviours()));
    }
    String json = new String(EventJson.write(rows), StandardCharsets.UTF_8);
    return transaction
        .preparedQuery(UPSERT)
        .execute(Tuple.of(json))
        .map(changed -> StreamSupport.stream(changed.spliterator(), false))
        .map(changed -> changed.map((Row row) -> row.getUUID(0)).sorted().toArray(UUID[]::new));
  }

  Uni<Void> erase(SqlClient transaction, UUID[] courseIds) {
    return courseIds.length == 0
        ? Uni.createFrom().voidItem()
        : transaction.preparedQuery(ERASE).execute(Tuple.of(courseIds)).replaceWithVoid();
  }
}
