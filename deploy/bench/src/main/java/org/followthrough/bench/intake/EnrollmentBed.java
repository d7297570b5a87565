package org.followthrough.bench.intake;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.followthrough.bench.bed.Database;
import org.followthrough.bench.bed.HttpLoad;
import org.followthrough.bench.bed.PackagedService;
import org.followthrough.bench.bed.TestBed;
import org.followthrough.bench.peer.PlainTables;

/** enrollment-service with people in it, and plain tables beside it. */
final class EnrollmentBed implements AutoCloseable {

  private static final String WAITING = "SELECT count(*) FROM outbox_messages";

  private final PackagedService service;
  private final Database enrollment;
  private final Database plain;
  private final HttpLoad load = new HttpLoad();
  private final HrEvents events;

  private EnrollmentBed(TestBed bed) throws Exception {
    this.service = bed.start("enrollment-service", Map.of());
    this.enrollment = bed.database("enrollment");
    this.plain = bed.database("bench");
    this.events = new HrEvents(bed.secrets().apiKey());
    PlainTables.create(plain);
  }

  /** Starts it, with so many people known. */
  static EnrollmentBed with(TestBed bed, int people) throws Exception {
    EnrollmentBed made = new EnrollmentBed(bed);
    made.load.run(made.service.port(), 1, List.of(made.events.lines(HrEvents.people(people))));
    made.awaitPublished();
    return made;
  }

  PackagedService service() {
    return service;
  }

  Database plain() {
    return plain;
  }

  HttpLoad load() {
    return load;
  }

  HrEvents events() {
    return events;
  }

  /** Waits until all is published, so that it is no burden on what comes next. */
  void awaitPublished() throws SQLException {
    enrollment.await("the outbox is empty", WAITING, 0);
  }

  /** Fails the run where not every event had its effect. */
  void requireCompleted(String course, int count) throws SQLException {
    enrollment.require(
        "enrollments of " + course,
        "SELECT count(*) FROM enrollments JOIN courses USING (course_id)"
            + " WHERE external_id = '"
            + course
            + "' AND status = 'completed'",
        count);
  }

  @Override
  public void close() throws SQLException {
    load.close();
    service.close();
    enrollment.close();
    plain.close();
  }
}
