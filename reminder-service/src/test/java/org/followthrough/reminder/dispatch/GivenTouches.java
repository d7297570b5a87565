package org.followthrough.reminder.dispatch;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** People, courses and touches as planning leaves them in the database. */
public final class GivenTouches {

  private static final List<String> EMPTIED =
      List.of(
          "people",
          "courses",
          "journeys",
          "touches",
          "envelopes",
          "unsubscriptions",
          "outbox_messages");

  /** An organization of this test's own. */
  public final UUID organization = UUID.randomUUID();

  private final Pool pool;

  public GivenTouches(Pool pool) {
    this.pool = pool;
  }

  public GivenTouches empty() {
    // One by one: all at once could meet planning, which locks them in another order.
    EMPTIED.forEach(table -> run("TRUNCATE " + table));
    return this;
  }

  public UUID course(String title) {
    UUID id = UUID.randomUUID();
    run(
        "INSERT INTO courses (course_id, organization_id, external_id, title, behaviours, cadence,"
            + " cost_per_place, version) VALUES ($1, $2, $3, $4,"
            + " '[\"Names the issue in the first minute\", \"Asks before answering\"]', 'standard',"
            + " 890, 1)",
        Tuple.of(id, organization, id.toString(), title));
    return id;
  }

  public UUID person(String email, String name, String zone, String locale, UUID manager) {
    UUID id = UUID.randomUUID();
    run(
        "INSERT INTO people (person_id, organization_id, external_id, email, name, time_zone,"
            + " locale, manager_id, version) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 1)",
        Tuple.tuple()
            .addUUID(id)
            .addUUID(organization)
            .addString(id.toString())
            .addString(email)
            .addString(name)
            .addString(zone)
            .addString(locale)
            .addUUID(manager));
    return id;
  }

  public UUID person(String email) {
    return person(email, "Ana López", "Europe/Madrid", "en", null);
  }

  /** A touch of a journey of its own. */
  public Touch touch(UUID learner, UUID course, String template, Instant dueAt) {
    return new Touch(this, learner, course, template, dueAt);
  }

  /** Builder of one touch. */
  public static final class Touch {
    private final GivenTouches given;
    private final UUID touchId = UUID.randomUUID();
    private final UUID learner;
    private final UUID course;
    private final String template;
    private final Instant dueAt;
    private UUID enrollment = UUID.randomUUID();
    private Instant staleAfter;
    private int occurrence;
    private String content = "{}";

    Touch(GivenTouches given, UUID learner, UUID course, String template, Instant dueAt) {
      this.given = given;
      this.learner = learner;
      this.course = course;
      this.template = template;
      this.dueAt = dueAt;
      this.staleAfter = dueAt.plusSeconds(7 * 86_400);
    }

    public Touch staleAfter(Instant instant) {
      this.staleAfter = instant;
      return this;
    }

    public Touch occurrence(int number) {
      this.occurrence = number;
      return this;
    }

    public Touch content(String json) {
      this.content = json;
      return this;
    }

    public Touch enrollment(UUID id) {
      this.enrollment = id;
      return this;
    }

    public UUID insert() {
      boolean manager = template.endsWith("talk") || template.endsWith("manager");
      given.run(
          "INSERT INTO touches (touch_id, organization_id, enrollment_id, learner_id, course_id,"
              + " step, occurrence, audience, category, template, planned_for, due_at, local_date,"
              + " stale_after, content) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $6, $10, $10,"
              + " $11, $12, ($13::text)::jsonb)",
          Tuple.tuple()
              .addUUID(touchId)
              .addUUID(given.organization)
              .addUUID(enrollment)
              .addUUID(learner)
              .addUUID(course)
              .addString(template)
              .addInteger(occurrence)
              .addString(manager ? "manager" : "learner")
              .addString(category())
              .addOffsetDateTime(dueAt.atOffset(ZoneOffset.UTC))
              .addLocalDate(LocalDate.ofInstant(dueAt, ZoneOffset.UTC))
              .addOffsetDateTime(staleAfter.atOffset(ZoneOffset.UTC))
              .addString(content));
      return touchId;
    }

    private String category() {
      if (template.endsWith("talk")) {
        return "talks";
      }
      if (template.startsWith("evaluation")) {
        return "evaluations";
      }
      return template.equals("booster") ? "boosters" : "plans";
    }
  }

  /** Many learners with one due touch each, in one statement. */
  public void many(int count, UUID course, String template, String category, Instant dueAt) {
    run(
        "WITH n AS (SELECT i, gen_random_uuid() AS id FROM generate_series(1, $1) i),"
            + " p AS (INSERT INTO people (person_id, organization_id, external_id, email, name,"
            + " time_zone, locale, version) SELECT id, $2, 'E-' || i, 'learner' || i ||"
            + " '@example.org', 'Learner ' || i, 'Europe/Berlin', 'en', 1 FROM n)"
            + " INSERT INTO touches (touch_id, organization_id, enrollment_id, learner_id,"
            + " course_id, step, occurrence, audience, category, template, planned_for, due_at,"
            + " local_date, stale_after, content) SELECT gen_random_uuid(), $2, gen_random_uuid(),"
            + " id, $3, $4, 0, 'learner', $5, $4, $6, $6, '2027-01-20', $6 + interval '7 days',"
            + " jsonb_build_object('boosterId', gen_random_uuid(), 'stem', 'What do you say"
            + " first?', 'options', '[{\"key\":\"A\",\"text\":\"Calm"
            + " down.\"},{\"key\":\"B\",\"text\":\"What matters most to you?\"}]'::jsonb) FROM n",
        Tuple.tuple()
            .addInteger(count)
            .addUUID(organization)
            .addUUID(course)
            .addString(template)
            .addString(category)
            .addOffsetDateTime(dueAt.atOffset(ZoneOffset.UTC)));
  }

  /** State and reason, e.g. {@code SUPPRESSED unsubscribed}. */
  public String state(UUID touchId) {
    var row =
        query("SELECT state, reason FROM touches WHERE touch_id = $1", Tuple.of(touchId)).get(0);
    return row.getString(1) == null ? row.getString(0) : row.getString(0) + " " + row.getString(1);
  }

  public Instant dueAt(UUID touchId) {
    return query("SELECT due_at FROM touches WHERE touch_id = $1", Tuple.of(touchId))
        .get(0)
        .getOffsetDateTime(0)
        .toInstant();
  }

  public long count(String where) {
    return query("SELECT count(*) FROM " + where, Tuple.tuple()).get(0).getLong(0);
  }

  public void run(String sql) {
    pool.query(sql).executeAndAwait();
  }

  public void run(String sql, Tuple values) {
    pool.preparedQuery(sql).executeAndAwait(values);
  }

  public List<Row> query(String sql, Tuple values) {
    List<Row> rows = new ArrayList<>();
    pool.preparedQuery(sql).executeAndAwait(values).forEach(rows::add);
    return rows;
  }
}
