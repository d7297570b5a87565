package org.followthrough.reminder.people;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Learners with their managers and courses, locked against change until the transaction ends: who
 * changes one of them afterwards finds what was planned with it.
 */
public final class Circle {

  private static final String PEOPLE =
      """
      SELECT p.person_id, p.time_zone, p.manager_id, p.gone FROM people p
      WHERE p.person_id = ANY($1) OR p.person_id = ANY(
        ARRAY(SELECT m.manager_id FROM people m WHERE m.person_id = ANY($1) AND m.manager_id IS NOT NULL))
      ORDER BY p.person_id FOR SHARE OF p
      """;

  private static final String COURSES =
      "SELECT course_id, cadence FROM courses WHERE course_id = ANY($1)"
          + " ORDER BY course_id FOR SHARE";

  private final Map<UUID, Person> people = new HashMap<>();
  private final Map<UUID, Course> courses = new HashMap<>();

  private Circle() {}

  /** Locks in the order people, courses, each by id; journeys must be locked after them only. */
  public static Uni<Circle> lock(
      SqlClient transaction, Collection<UUID> learnerIds, Collection<UUID> courseIds) {
    Circle circle = new Circle();
    return transaction
        .preparedQuery(PEOPLE)
        .execute(Tuple.of(learnerIds.toArray(UUID[]::new)))
        .invoke(rows -> rows.forEach(circle::addPerson))
        .chain(() -> transaction.preparedQuery(COURSES).execute(ids(courseIds)))
        .invoke(rows -> rows.forEach(circle::addCourse))
        .replaceWith(circle);
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
            Person.zoneOf(row.getString("time_zone")),
            row.getUUID("manager_id"),
            row.getBoolean("gone")));
  }

  private void addCourse(Row row) {
    UUID courseId = row.getUUID("course_id");
    courses.put(courseId, new Course(courseId, row.getString("cadence")));
  }
}
