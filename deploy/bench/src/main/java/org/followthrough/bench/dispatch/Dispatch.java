package org.followthrough.bench.dispatch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.followthrough.bench.bed.Database;
import org.followthrough.bench.bed.Line;
import org.followthrough.bench.bed.Pace;
import org.followthrough.bench.bed.PackagedService;
import org.followthrough.bench.bed.Rounds;
import org.followthrough.bench.bed.Row;
import org.followthrough.bench.bed.Scale;
import org.followthrough.bench.bed.TestBed;

/** From due touches to mails that a relay has accepted, and that are recorded as such. */
public final class Dispatch implements Row {

  private static final int TOUCHES = 50_000;
  private static final String DUE = "2027-03-02T08:00:00Z";
  private static final String NOT_DONE =
      "SELECT count(*) FROM touches WHERE state <> 'ACCEPTED' AND due_at < '2027-05-01'";

  private static final String OURS = "due touches to accepted mails";
  private static final String RAW = "raw pipelined SMTP, 8 connections";

  @Override
  public String name() {
    return "dispatch";
  }

  @Override
  public String description() {
    return "due touches: claimed, decided, written, committed, sent, recorded";
  }

  @Override
  public List<Line> run(TestBed bed, Scale scale) throws Exception {
    int count = scale.of(TOUCHES);
    try (SmtpSink sink = new SmtpSink();
        PackagedService service = bed.start("reminder-service", relay(sink));
        Database reminder = bed.database("reminder")) {
      DueTouches touches = new DueTouches(reminder, bed.secrets().organizationId());
      Map<String, Pace> paces =
          new Rounds()
              .with(OURS, round -> ours(touches, reminder, sink, "round-" + round, count))
              .with(RAW, round -> raw(sink, count))
              .run(scale);
      return lines(paces, service);
    }
  }

  private static List<Line> lines(Map<String, Pace> paces, PackagedService service)
      throws Exception {
    List<Line> lines = new ArrayList<>();
    lines.add(Line.ratio("Dispatch, " + OURS, paces.get(OURS), RAW, paces.get(RAW), 0.5));
    lines.add(
        Line.atMost("reminder-service after dispatch", service.residentMegabytes(), "MB", 256));
    return lines;
  }

  private static Map<String, String> relay(SmtpSink sink) {
    return Map.of("QUARKUS_MAILER_PORT", Integer.toString(sink.port()));
  }

  private static Pace ours(
      DueTouches touches, Database reminder, SmtpSink sink, String name, int count)
      throws Exception {
    touches.people(name, count);
    sink.reset();
    touches.plan(name, count, DUE);
    long begin = System.nanoTime();
    sink.await(count);
    Pace pace = Pace.of(count, System.nanoTime() - begin);
    reminder.await("all mails are recorded", NOT_DONE, 0);
    reminder.await("all is published", "SELECT count(*) FROM outbox_messages", 0);
    sink.requireEachOnce(count);
    return pace;
  }

  private static Pace raw(SmtpSink sink, int count) throws Exception {
    int size = sink.averageSize();
    sink.reset();
    Pace pace = new RawSmtp(sink.port(), size).run(count);
    sink.requireEachOnce(count);
    return pace;
  }
}
