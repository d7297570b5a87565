package org.followthrough.reminder.people;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.followthrough.reminder.calendar.TimeZones;

/** Learners with their managers and courses. */
public final class Circle {

  private static final String PEOPLE =
      """
      SELECT p.person_id, p.time_zone, p.manager_id, p.gone FROM people p
      WHERE p.person_id = ANY($1) OR p.person_id = ANY(
        ARRAY(SELECT m.manager_id FROM people m WHERE m.person_id = ANY($1) AND m.manager_id IS NOT NULL))
      ORDER BY p.person_id
      """;

  private static final String COURSES =
      "SELECT course_id, cadence FROM courses WHERE course_id = ANY($1) ORDER BY course_id";

  private static final String KEEP = " FOR SHARE";

  private final Map<UUID, Person> people = new HashMap<>();
  private final Map<UUID, Course> courses = new HashMap<>();

  private Circle() {}

  /** Reads them as they are now. */
  public static Uni<Circle> read(
      SqlClient client, Collection<UUID> learnerIds, Collection<UUID> courseIds) {
    return new Circle().load(client, learnerIds, courseIds, "");
  }

  /**
   * Reads them and locks them against change until the transaction ends: who changes one of them
   * afterwards finds what was planned with it. The order is people, courses, each by id; journeys
   * must be locked after them only.
   */
  public static Uni<Circle> lock(
      SqlClient transaction, Collection<UUID> learnerIds, Collection<UUID> courseIds) {
    return new Circle().load(transaction, learnerIds, courseIds, KEEP);
  }

  private Uni<Circle> load(
      SqlClient client, Collection<UUID> learnerIds, Collection<UUID> courseIds, String lock) {
    return client
        .preparedQuery(PEOPLE + lock)
        .execute(ids(learnerIds))
        .invoke(rows -> rows.forEach(this::addPerson))
        .chain(() -> client.preparedQuery(COURSES + lock).execute(ids(courseIds)))
        .invoke(rows -> rows.forEach(this::addCourse))
        .replaceWith(this);
  }

  /** The person, or null where nothing is known of them. */
  public Person person(UUID personId) {
    return personId == null ? null : people.get(personId);
  }

  /** The course, or null where nothing is known of it. */
  public Course course(UUID courseId) {
    return courses.get(courseId);
  }

  private static Tuple ids(Collection<UUID> ids) {
    return Tuple.of(ids.toArray(UUID[]::new));
  }

  private void addPerson(Row row) {
    UUID personId = row.getUUID("person_id");
    people.put(
        personId,
        new Person(
            personId,
            TimeZones.of(row.getString("time_zone")),
            row.getUUID("manager_id"),
            row.getBoolean("gone")));
  }

  private void addCourse(Row row) {
    UUID courseId = row.getUUID("course_id");
    courses.put(courseId, new Course(courseId, row.getString("cadence")));
  }
}
