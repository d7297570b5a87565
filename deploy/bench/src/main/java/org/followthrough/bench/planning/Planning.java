package org.followthrough.bench.planning;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.followthrough.bench.bed.Database;
import org.followthrough.bench.bed.Line;
import org.followthrough.bench.bed.Pace;
import org.followthrough.bench.bed.PackagedService;
import org.followthrough.bench.bed.Rounds;
import org.followthrough.bench.bed.Row;
import org.followthrough.bench.bed.Scale;
import org.followthrough.bench.bed.TestBed;
import org.followthrough.bench.bed.Topics;

/** From completions on Kafka to a year of planned touches for each. */
public final class Planning implements Row {

  private static final int COMPLETIONS = 6_000;
  // standard: three invitations, two talks, four evaluations three times each
  private static final int TOUCHES = 17;
  private static final Map<String, String> WITHOUT_DISPATCH =
      Map.of("REMINDER_DISPATCH_ENABLED", "false");
  private static final String GROUP = "reminder-service.enrollments";

  private static final String PEOPLE =
      """
      INSERT INTO people (person_id, organization_id, external_id, email, name, time_zone, locale, version)
      SELECT id, ?, id::text, id || '@example.org', 'Robin Person', 'Europe/Berlin', 'en', 1
      FROM unnest(?::uuid[]) AS n (id)
      """;

  private static final String COURSE =
      """
      INSERT INTO courses (course_id, organization_id, external_id, title, cadence, version)
      VALUES ('%1$s', '%1$s', 'talks', 'Difficult talks', 'standard', 1) ON CONFLICT DO NOTHING
      """;

  private static final String OURS = "completions to planned touches";
  private static final String EXPAND = "SQL expansion, 100 completions a transaction";

  @Override
  public String name() {
    return "planning";
  }

  @Override
  public String description() {
    return "completions from Kafka: planned and reconciled in local time, 17 touches each";
  }

  @Override
  public List<Line> run(TestBed bed, Scale scale) throws Exception {
    int count = scale.of(COMPLETIONS);
    try (PackagedService service = bed.start("reminder-service", WITHOUT_DISPATCH);
        Database reminder = bed.database("reminder");
        Topics topics = new Topics(bed.kafka());
        Completions completions = new Completions(bed)) {
      UUID organization = bed.secrets().organizationId();
      reminder.execute(COURSE.formatted(organization));
      Expansion expansion = new Expansion(reminder, TOUCHES);
      List<UUID> plain = Completions.learners("plain", count);
      Map<String, Pace> paces =
          new Rounds()
              .with(
                  OURS,
                  round -> {
                    List<UUID> learners = Completions.learners("round " + round, count);
                    addPeople(reminder, organization, learners);
                    return ours(reminder, topics, completions, learners);
                  })
              .with(EXPAND, round -> expansion.run(plain))
              .run(scale);
      reminder.execute("DROP TABLE plain_touches");
      return List.of(
          Line.ratio("Planning, " + OURS, paces.get(OURS), EXPAND, paces.get(EXPAND), 0.65),
          Line.atMost("reminder-service after planning", service.residentMegabytes(), "MB", 256));
    }
  }

  private static Pace ours(
      Database reminder, Topics topics, Completions completions, List<UUID> learners)
      throws SQLException {
    List<ProducerRecord<String, byte[]>> records = completions.records(learners);
    long before = reminder.number("SELECT count(*) FROM touches");
    long begin = System.nanoTime();
    completions.publish(records);
    topics.awaitDone(GROUP, Completions.TOPIC);
    long touches = (long) learners.size() * TOUCHES;
    Pace pace = Pace.of(touches, System.nanoTime() - begin);
    reminder.require("touches", "SELECT count(*) FROM touches", before + touches);
    return pace;
  }

  private static void addPeople(Database reminder, UUID organization, List<UUID> learners)
      throws SQLException {
    try (Connection connection = reminder.connect();
        PreparedStatement statement = connection.prepareStatement(PEOPLE)) {
      statement.setObject(1, organization);
      statement.setArray(2, connection.createArrayOf("uuid", learners.toArray()));
      statement.executeUpdate();
    }
    reminder.execute("ANALYZE people");
  }
}
