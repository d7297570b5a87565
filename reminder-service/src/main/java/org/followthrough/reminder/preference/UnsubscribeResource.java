package org.followthrough.reminder.preference;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.followthrough.kit.link.Link;
import org.followthrough.kit.problem.Problem;
import org.followthrough.kit.problem.ProblemException;
import org.followthrough.reminder.mail.MailLinks;
import org.jboss.resteasy.reactive.RestForm;

/** Ends a kind of mail: by the mail client's button (RFC 8058) or by ours. A GET ends nothing. */
@Path("/unsubscribe")
@PermitAll
@Produces(MediaType.TEXT_HTML)
class UnsubscribeResource {

  private static final String ONE_CLICK = "One-Click";

  @CheckedTemplate(basePath = "preference")
  static class Templates {
    static native TemplateInstance unsubscribe(
        PageMessages words,
        String lang,
        List<String> categories,
        boolean over,
        boolean done,
        boolean mustHave,
        String preferences);

    private Templates() {}
  }

  private final Preferences preferences;
  private final MailLinks links;
  private final Clock clock;

  UnsubscribeResource(Preferences preferences, MailLinks links, Clock clock) {
    this.preferences = preferences;
    this.links = links;
    this.clock = clock;
  }

  @GET
  @Path("/{token}")
  @Operation(hidden = true)
  public Uni<String> show(@PathParam("token") String token) {
    Link link = open(token);
    return preferences
        .reader(link.recipient())
        .chain(
            reader ->
                page(link, reader, reader.ended().containsAll(Category.of(link.option())), false));
  }

  @POST
  @Path("/{token}")
  @Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA})
  @Operation(hidden = true)
  public Uni<String> end(
      @PathParam("token") String token, @RestForm("List-Unsubscribe") String listUnsubscribe) {
    Link link = open(token);
    if (!ONE_CLICK.equals(listUnsubscribe)) {
      throw new ProblemException(Problem.invalidField("List-Unsubscribe", "must be " + ONE_CLICK));
    }
    return preferences
        .reader(link.recipient())
        .call(reader -> preferences.end(reader, Category.of(link.option())))
        .chain(reader -> page(link, reader, true, true));
  }

  private Link open(String token) {
    Link link = links.open(token, "unsub");
    if (Category.of(link.option()).isEmpty()) {
      throw new ProblemException(Problem.notFound("page"));
    }
    return link;
  }

  private Uni<String> page(Link link, Reader reader, boolean over, boolean done) {
    List<String> categories = Category.of(link.option());
    boolean mustHave =
        reader.manages() && (categories.contains("talks") || categories.contains("evaluations"));
    return Templates.unsubscribe(
            PageWords.in(reader.lang()),
            reader.lang(),
            categories,
            over,
            done,
            mustHave,
            links.preferences(reader.personId(), clock.instant()))
        .createUni();
  }
}
