package org.followthrough.bench.intake;

import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.Map;
import org.followthrough.bench.bed.HttpLoad;
import org.followthrough.bench.bed.Line;
import org.followthrough.bench.bed.Pace;
import org.followthrough.bench.bed.PackagedService;
import org.followthrough.bench.bed.Rounds;
import org.followthrough.bench.bed.Row;
import org.followthrough.bench.bed.Scale;
import org.followthrough.bench.bed.TestBed;
import org.followthrough.bench.peer.PeerServer;
import org.followthrough.bench.peer.PlainTables;

/** One event a request, as HR systems with web hooks send them. */
public final class SingleIntake implements Row {

  private static final int EVENTS = 20_000;
  private static final int CONNECTIONS = 64;

  private static final String OURS = "one event a request, 64 connections";
  private static final String EACH = "a transaction a request";
  private static final String TOGETHER = "requests joined, two plain rows an event";

  @Override
  public String name() {
    return "single-intake";
  }

  @Override
  public String description() {
    return "HR events by REST, one a request on 64 connections, answered after the commit";
  }

  @Override
  public List<Line> run(TestBed bed, Scale scale) throws Exception {
    int count = scale.of(EVENTS);
    try (EnrollmentBed enrollment = EnrollmentBed.with(bed, count);
        PackagedService peer = bed.startPeer(PeerServer.class)) {
      List<String> plain = HrEvents.completed("plain", count);
      Map<String, Pace> paces =
          new Rounds()
              .with(OURS, round -> ours(enrollment, "singles-" + round, count))
              .with(EACH, round -> peer(enrollment, peer, "/events/each", plain))
              .with(TOGETHER, round -> peer(enrollment, peer, "/events/together", plain))
              .run(scale);
      Pace ours = paces.get(OURS);
      return List.of(
          Line.ratio("Intake, " + OURS, ours, EACH, paces.get(EACH), 3),
          Line.ratio("Intake, " + OURS, ours, TOGETHER, paces.get(TOGETHER), 0.6),
          Line.figure("- half of the answers within", "%.1f ms".formatted(ours.p50())),
          Line.atMost("- 99 of 100 answers within", ours.p99(), "ms", 10),
          Line.atMost(
              "enrollment-service after single events",
              enrollment.service().residentMegabytes(),
              "MB",
              256));
    }
  }

  private static Pace ours(EnrollmentBed bed, String course, int count) throws Exception {
    List<Buffer> requests = bed.events().singles(HrEvents.completed(course, count));
    Pace pace = bed.load().run(bed.service().port(), CONNECTIONS, requests);
    bed.requireCompleted(course, count);
    bed.awaitPublished();
    return pace;
  }

  private static Pace peer(
      EnrollmentBed bed, PackagedService peer, String path, List<String> events) throws Exception {
    PlainTables.empty(bed.plain());
    List<Buffer> requests =
        events.stream().map(event -> HttpLoad.request("POST", path, Map.of(), event)).toList();
    Pace pace = bed.load().run(peer.port(), CONNECTIONS, requests);
    bed.plain().require(path, "SELECT count(*) FROM plain_outbox", events.size());
    return pace;
  }
}
