package org.followthrough.bench.relay;

import java.sql.SQLException;
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
import org.followthrough.bench.bed.Topics;
import org.followthrough.bench.peer.PlainTables;

/** From the outbox to Kafka. */
public final class Relay implements Row {

  private static final int EVENTS = 50_000;
  private static final String OUR_TOPIC = "bench.relay.v1";
  private static final String PLAIN_TOPIC = "bench.plain.v1";

  private static final String OURS = "outbox backlog to acknowledged on Kafka";
  private static final String POLL = "delete 1,000, produce, commit";

  @Override
  public String name() {
    return "relay";
  }

  @Override
  public String description() {
    return "committed events: from the outbox to the broker's acknowledgement";
  }

  @Override
  public List<Line> run(TestBed bed, Scale scale) throws Exception {
    int count = scale.of(EVENTS);
    try (PackagedService service = bed.start("enrollment-service", Map.of());
        Database enrollment = bed.database("enrollment");
        Database plain = bed.database("bench");
        Topics topics = new Topics(bed.kafka());
        PollingRelay polling = new PollingRelay(plain, bed.kafka(), PLAIN_TOPIC)) {
      PlainTables.create(plain);
      PlainTables.empty(plain);
      topics.create(OUR_TOPIC);
      topics.create(PLAIN_TOPIC);
      Backlog backlog = new Backlog(enrollment);
      Map<String, Pace> paces =
          new Rounds()
              .with(OURS, round -> ours(backlog, topics, count))
              .with(POLL, round -> polling.run(count))
              .run(scale);
      return List.of(
          Line.ratio("Relay, " + OURS, paces.get(OURS), POLL, paces.get(POLL), 0.8),
          Line.atMost("enrollment-service after relay", service.residentMegabytes(), "MB", 256));
    }
  }

  // From the first record to the last: how soon a backlog is noticed is the sweep's setting.
  private static Pace ours(Backlog backlog, Topics topics, int count) throws SQLException {
    long before = topics.written(OUR_TOPIC);
    backlog.fill(OUR_TOPIC, count);
    topics.awaitWritten(OUR_TOPIC, before + 1);
    long begin = System.nanoTime();
    long first = topics.written(OUR_TOPIC);
    topics.awaitWritten(OUR_TOPIC, before + count);
    Pace pace = Pace.of(before + count - first, System.nanoTime() - begin);
    backlog.requireEmpty();
    return pace;
  }
}
