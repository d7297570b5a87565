package org.followthrough.reminder.mail;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.followthrough.kit.link.Link;
import org.followthrough.kit.page.Languages;
import org.followthrough.kit.problem.Problem;
import org.followthrough.kit.problem.ProblemException;
import org.followthrough.reminder.calendar.ICalendar;
import org.followthrough.reminder.calendar.TalkSlot;
import org.followthrough.reminder.calendar.TimeZones;

/** A proposed talk as a calendar entry: the latest proposal made to this manager. */
@Path("/calendar")
@PermitAll
class CalendarResource {

  private static final String LATEST =
      """
      SELECT t.occurrence, e.dispatched_at, r.time_zone, r.locale, l.name, c.title,
             coalesce(t.talk_position, 0) AS position
        FROM touches t JOIN envelopes e USING (envelope_id)
        JOIN people r ON r.person_id = t.recipient_id
        LEFT JOIN people l ON l.person_id = t.learner_id
        LEFT JOIN courses c ON c.course_id = t.course_id
       WHERE t.enrollment_id = $1 AND t.recipient_id = $2 AND t.template = $3 AND NOT r.gone
       ORDER BY t.occurrence DESC LIMIT 1
      """;

  private final Pool pool;
  private final MailLinks links;
  private final MailSettings settings;

  CalendarResource(Pool pool, MailLinks links, MailSettings settings) {
    this.pool = pool;
    this.links = links;
    this.settings = settings;
  }

  @GET
  @Path("/{token}.ics")
  @Operation(hidden = true)
  public Uni<Response> entry(@PathParam("token") String token) {
    Link link = links.open(token, "ics");
    String template = link.option().equals("before") ? "pre-course-talk" : "post-course-talk";
    return pool.preparedQuery(LATEST)
        .execute(Tuple.of(link.subject(), link.recipient(), template))
        .map(rows -> answer(link, rows));
  }

  private Response answer(Link link, RowSet<Row> rows) {
    if (rows.size() == 0) {
      throw new ProblemException(Problem.notFound("calendar entry"));
    }
    Row row = rows.iterator().next();
    MailMessages words = LetterWriter.words(Languages.of(row.getString("locale")));
    return Response.ok(entry(link, row, words).iCalendar(words, settings))
        .header("Content-Type", "text/calendar; charset=UTF-8; method=" + ICalendar.METHOD)
        .header("Content-Disposition", "attachment; filename=\"talk.ics\"")
        .header("Cache-Control", "no-store")
        .build();
  }

  private TalkEntry entry(Link link, Row row, MailMessages words) {
    Instant moment = row.getOffsetDateTime("dispatched_at").toInstant();
    String name = row.getString("name");
    String title = row.getString("title");
    return new TalkEntry(
        link.subject(),
        link.option(),
        row.getInteger("occurrence"),
        moment,
        TalkSlot.proposedAt(
            moment, TimeZones.of(row.getString("time_zone")), row.getInteger("position")),
        name == null ? words.somebody() : name,
        title == null ? words.someCourse() : title,
        links.talk(link.subject(), link.recipient(), link.option(), moment));
  }
}
