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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.followthrough.kit.link.Link;
import org.followthrough.reminder.mail.MailLinks;
import org.jboss.resteasy.reactive.RestForm;

/** Where people choose what they get. */
@Path("/preferences")
@PermitAll
@Produces(MediaType.TEXT_HTML)
class PreferencesResource {

  @CheckedTemplate(basePath = "preference")
  static class Templates {
    static native TemplateInstance preferences(
        PageMessages words, String lang, Reader reader, boolean saved, String unknown);

    private Templates() {}
  }

  private final Preferences preferences;
  private final MailLinks links;

  PreferencesResource(Preferences preferences, MailLinks links) {
    this.preferences = preferences;
    this.links = links;
  }

  @GET
  @Path("/{token}")
  @Operation(hidden = true)
  public Uni<String> show(@PathParam("token") String token, @Context UriInfo uri) {
    Link link = links.open(token, "pref");
    return preferences
        .reader(link.recipient())
        .chain(reader -> page(reader, uri.getQueryParameters().containsKey("saved"), null));
  }

  @POST
  @Path("/{token}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(hidden = true)
  public Uni<Response> save(
      @PathParam("token") String token, @RestForm("category") List<String> wanted) {
    Link link = links.open(token, "pref");
    Set<String> chosen = wanted == null ? Set.of() : Set.copyOf(wanted);
    return preferences.reader(link.recipient()).chain(reader -> save(token, reader, chosen));
  }

  private Uni<Response> save(String token, Reader reader, Set<String> chosen) {
    if (!Category.ALL.containsAll(chosen)) {
      String unknown =
          chosen.stream()
              .filter(choice -> !Category.ALL.contains(choice))
              .findFirst()
              .orElseThrow();
      return page(reader, false, unknown).map(page -> Response.status(400).entity(page).build());
    }
    return preferences
        .choose(reader, chosen)
        .replaceWith(
            () ->
                Response.status(303)
                    .header("Location", "/preferences/" + token + "?saved")
                    .build());
  }

  private static Uni<String> page(Reader reader, boolean saved, String unknown) {
    return Templates.preferences(PageWords.in(reader.lang()), reader.lang(), reader, saved, unknown)
        .createUni();
  }
}
