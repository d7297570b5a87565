package org.followthrough.reminder.preference;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.followthrough.kit.link.Link;
import org.followthrough.kit.problem.Problem;
import org.followthrough.kit.problem.ProblemException;
import org.followthrough.reminder.calendar.TimeZones;
import org.followthrough.reminder.mail.MailLinks;

/** Tells a person why a mail came, and what is planned next. */
@Path("/why")
@PermitAll
@Produces(MediaType.TEXT_HTML)
class WhyResource {

  private static final String SENT =
      """
      SELECT t.template, t.audience, l.name, c.title, e.dispatched_at AS at
        FROM envelopes e JOIN touches t USING (recipient_id, envelope_id)
        LEFT JOIN people l ON l.person_id = t.learner_id
        LEFT JOIN courses c ON c.course_id = t.course_id
       WHERE e.envelope_id = $1 AND e.recipient_id = $2
       ORDER BY t.template, l.name, t.touch_id
      """;

  // By person first: by time it would walk through everybody's touches.
  private static final String PLANNED =
      """
      WITH circle AS MATERIALIZED (
        SELECT person_id, 'learner' AS audience FROM people WHERE person_id = $1
        UNION ALL SELECT person_id, 'manager' FROM people WHERE manager_id = $1),
      planned AS MATERIALIZED (
        SELECT t.template, t.audience, t.learner_id, t.course_id, t.due_at
          FROM circle r
          JOIN touches t ON t.learner_id = r.person_id AND t.audience = r.audience
         WHERE t.state = 'PLANNED')
      SELECT t.template, t.audience, l.name, c.title, t.due_at AS at
        FROM planned t JOIN people l ON l.person_id = t.learner_id
        LEFT JOIN courses c ON c.course_id = t.course_id
       ORDER BY t.due_at LIMIT 20
      """;

  @CheckedTemplate(basePath = "preference")
  static class Templates {
    static native TemplateInstance why(
        PageMessages words,
        String lang,
        String date,
        List<Reason> reasons,
        List<Reason> next,
        String preferences);

    private Templates() {}
  }

  private final Pool pool;
  private final Preferences preferences;
  private final MailLinks links;

  WhyResource(Pool pool, Preferences preferences, MailLinks links) {
    this.pool = pool;
    this.preferences = preferences;
    this.links = links;
  }

  @GET
  @Path("/{token}")
  @Operation(hidden = true)
  public Uni<String> show(@PathParam("token") String token) {
    Link link = links.open(token, "why");
    return preferences.reader(link.recipient()).chain(reader -> show(link, reader));
  }

  private Uni<String> show(Link link, Reader reader) {
    return pool.preparedQuery(SENT)
        .execute(Tuple.of(link.subject(), link.recipient()))
        .chain(
            sent ->
                pool.preparedQuery(PLANNED)
                    .execute(Tuple.of(link.recipient()))
                    .chain(planned -> page(reader, sent, planned)));
  }

  private Uni<String> page(Reader reader, RowSet<Row> sent, RowSet<Row> planned) {
    if (sent.size() == 0) {
      throw new ProblemException(Problem.notFound("page"));
    }
    OffsetDateTime at = sent.iterator().next().getOffsetDateTime("at");
    return Templates.why(
            PageWords.in(reader.lang()),
            reader.lang(),
            date(at, reader),
            reasons(sent, reader),
            reasons(planned, reader),
            links.preferences(reader.personId(), at.toInstant()))
        .createUni();
  }

  private static List<Reason> reasons(RowSet<Row> rows, Reader reader) {
    PageMessages words = PageWords.in(reader.lang());
    List<Reason> reasons = new ArrayList<>();
    for (Row row : rows) {
      String title = row.getString("title") == null ? words.someCourse() : row.getString("title");
      boolean own = row.getString("audience").equals("learner") || row.getString("name") == null;
      reasons.add(
          new Reason(
              own ? words.whyYou() : row.getString("name"),
              Reason.of(row.getString("template"), title, words),
              date(row.getOffsetDateTime("at"), reader)));
    }
    return reasons;
  }

  private static String date(OffsetDateTime at, Reader reader) {
    LocalDate day = at.atZoneSameInstant(TimeZones.of(reader.timeZone())).toLocalDate();
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
        .withLocale(reader.dateLocale())
        .format(day);
  }
}
