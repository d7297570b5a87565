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
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.followthrough.kit.link.Link;
import org.followthrough.kit.problem.Problem;
import org.followthrough.kit.problem.ProblemException;
import org.followthrough.reminder.mail.MailLinks;

/** Tells a person why a mail came, and what is planned next. */
@Path("/why")
@PermitAll
@Produces(MediaType.TEXT_HTML)
class WhyResource {

  private static final String SENT =
      """
      SELECT t.template, t.audience, l.name, c.title, e.dispatched_at AS at
        FROM envelopes e JOIN touches t USING (envelope_id)
        LEFT JOIN people l ON l.person_id = t.learner_id
        LEFT JOIN courses c ON c.course_id = t.course_id
       WHERE e.envelope_id = $1 AND e.recipient_id = $2
       ORDER BY t.template, l.name, t.touch_id
      """;

  private static final String PLANNED =
      """
      SELECT t.template, t.audience, l.name, c.title, t.due_at AS at
        FROM touches t JOIN people l ON l.person_id = t.learner_id
        LEFT JOIN courses c ON c.course_id = t.course_id
       WHERE t.state = 'PLANNED'
         AND (t.audience = 'learner' AND t.learner_id = $1
              OR t.audience = 'manager' AND t.learner_id IN (
                   SELECT person_id FROM people WHERE manager_id = $1))
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
    LocalDate day = at.atZoneSameInstant(zone(reader.timeZone())).toLocalDate();
    Locale locale =
        reader.locale() == null
            ? Locale.ENGLISH
            : Locale.forLanguageTag(reader.locale().replace('_', '-'));
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale).format(day);
  }

  private static ZoneId zone(String name) {
    try {
      return name == null ? ZoneOffset.UTC : ZoneId.of(name);
    } catch (DateTimeException e) {
      return ZoneOffset.UTC;
    }
  }
}
