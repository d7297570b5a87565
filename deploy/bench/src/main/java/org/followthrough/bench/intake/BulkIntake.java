package org.followthrough.bench.intake;

import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.Map;
import org.followthrough.bench.bed.Line;
import org.followthrough.bench.bed.Pace;
import org.followthrough.bench.bed.Rounds;
import org.followthrough.bench.bed.Row;
import org.followthrough.bench.bed.Scale;
import org.followthrough.bench.bed.TestBed;
import org.followthrough.bench.peer.PlainInserts;

/** Many events a request: a file of lines, and arrays of a hundred. */
public final class BulkIntake implements Row {

  private static final int EVENTS = 20_000;
  private static final int ARRAY = 100;
  private static final int CONNECTIONS = 8;

  private static final String LINES = "20,000 lines in one request";
  private static final String ARRAYS = "arrays of 100, 8 connections";
  private static final String EACH = "a transaction an event, 16 connections";
  private static final String UNNEST = "unnest of 1,000, 1 connection";

  @Override
  public String name() {
    return "bulk-intake";
  }

  @Override
  public String description() {
    return "HR events by REST, many a request, answered after the commit";
  }

  @Override
  public List<Line> run(TestBed bed, Scale scale) throws Exception {
    int count = scale.of(EVENTS);
    try (EnrollmentBed enrollment = EnrollmentBed.with(bed, count)) {
      List<String> plain = HrEvents.completed("plain", count);
      PlainInserts each = new PlainInserts(enrollment.plain(), 16, 1);
      PlainInserts unnest = new PlainInserts(enrollment.plain(), 1, 1_000);
      Map<String, Pace> paces =
          new Rounds()
              .with(LINES, round -> lines(enrollment, "lines-" + round, count))
              .with(UNNEST, round -> unnest.run(plain))
              .with(ARRAYS, round -> arrays(enrollment, "arrays-" + round, count))
              .with(EACH, round -> each.run(plain))
              .run(scale);
      return List.of(
          Line.ratio("Bulk intake, " + LINES, paces.get(LINES), UNNEST, paces.get(UNNEST), 0.6),
          Line.ratio("Bulk intake, " + LINES, paces.get(LINES), EACH, paces.get(EACH), 3.5),
          Line.ratio("Bulk intake, " + ARRAYS, paces.get(ARRAYS), UNNEST, paces.get(UNNEST), 0.6),
          Line.ratio("Bulk intake, " + ARRAYS, paces.get(ARRAYS), EACH, paces.get(EACH), 3.5),
          Line.atMost(
              "enrollment-service after bulk intake",
              enrollment.service().residentMegabytes(),
              "MB",
              256));
    }
  }

  private static Pace lines(EnrollmentBed bed, String course, int count) throws Exception {
    Buffer request = bed.events().lines(HrEvents.completed(course, count));
    return measured(bed, course, count, 1, List.of(request));
  }

  private static Pace arrays(EnrollmentBed bed, String course, int count) throws Exception {
    List<Buffer> requests = bed.events().batches(HrEvents.completed(course, count), ARRAY);
    return measured(bed, course, count, CONNECTIONS, requests);
  }

  private static Pace measured(
      EnrollmentBed bed, String course, int count, int connections, List<Buffer> requests)
      throws Exception {
    long begin = System.nanoTime();
    bed.load().run(bed.service().port(), connections, requests);
    Pace pace = Pace.of(count, System.nanoTime() - begin);
    bed.requireCompleted(course, count);
    bed.awaitPublished();
    return pace;
  }
}
