package org.followthrough.evaluation.console;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.followthrough.evaluation.outcome.OutcomeService;
import org.followthrough.evaluation.session.ConsoleSessions;
import org.followthrough.kit.page.Languages;
import org.followthrough.kit.problem.Problem;
import org.followthrough.kit.problem.ProblemException;
import org.jboss.resteasy.reactive.RestForm;

/** The console for those who run learning; its door is the session cookie. */
@Path("/console")
@PermitAll
@Produces(MediaType.TEXT_HTML)
class ConsoleResource {

  static final String COOKIE = "followthrough-console";

  @CheckedTemplate(basePath = "console")
  static class Templates {
    static native TemplateInstance signin(boolean failed, String course, String lang);

    static native TemplateInstance overview(OverviewPage page, String lang);

    static native TemplateInstance course(CoursePage page, String lang);

    private Templates() {}
  }

  private final ConsoleSessions sessions;
  private final OutcomeService outcomes;
  private final boolean secure;

  ConsoleResource(
      ConsoleSessions sessions,
      OutcomeService outcomes,
      @ConfigProperty(name = "followthrough.public.url") String publicUrl) {
    this.sessions = sessions;
    this.outcomes = outcomes;
    this.secure = publicUrl.startsWith("https:");
  }

  @GET
  @Operation(summary = "The overview of courses, or the sign-in page")
  public Uni<Response> overview(
      @CookieParam(COOKIE) String session,
      @Parameter(description = "part of a course's title or id; all without") @QueryParam("q")
          String query,
      @Parameter(description = "number of the page, from 1") @QueryParam("page") String page,
      @Context HttpHeaders headers) {
    String lang = Languages.ofBrowser(headers);
    Optional<UUID> organization = sessions.organizationOf(session);
    return organization.isEmpty()
        ? page(200, Templates.signin(false, "", lang), lang)
        : outcomes
            .overview(organization.get())
            .map(all -> OverviewPage.of(all, text(query), number(page), Words.in(lang)))
            .chain(found -> page(200, Templates.overview(found, lang), lang));
  }

  @GET
  @Path("/courses/{id}")
  @Operation(summary = "What became of one course, or the sign-in page")
  public Uni<Response> course(
      @PathParam("id") String id,
      @CookieParam(COOKIE) String session,
      @Context HttpHeaders headers) {
    String lang = Languages.ofBrowser(headers);
    Optional<UUID> organization = sessions.organizationOf(session);
    if (organization.isEmpty()) {
      return page(200, Templates.signin(false, id, lang), lang);
    }
    return outcomes
        .ofCourse(organization.get(), courseId(id))
        .map(found -> found.orElseThrow(ConsoleResource::unknown))
        .map(outcome -> CoursePage.of(outcome, Words.in(lang)))
        .chain(page -> page(200, Templates.course(page, lang), lang));
  }

  @GET
  @Path("/enter/{token}")
  @Operation(summary = "Signs in by a signed link")
  public Response enter(@PathParam("token") String token) {
    return redirect(
        "/console", cookie(sessions.enter(token), (int) ConsoleSessions.LIFE.toSeconds()));
  }

  @POST
  @Path("/sign-in")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(summary = "Signs in by an API key with the scope console")
  public Uni<Response> signIn(
      @RestForm String key, @RestForm String course, @Context HttpHeaders headers) {
    String lang = Languages.ofBrowser(headers);
    return sessions
        .signIn(key)
        .map(session -> cookie(session, (int) ConsoleSessions.LIFE.toSeconds()))
        .map(cookie -> Uni.createFrom().item(redirect(pageOf(course), cookie)))
        .orElseGet(() -> page(400, Templates.signin(true, text(course), lang), lang));
  }

  @POST
  @Path("/sign-out")
  @Operation(summary = "Ends the session in this browser")
  public Response signOut() {
    return redirect("/console", cookie("", 0));
  }

  // Raw, because a builder's location() would make it absolute with the host this instance sees.
  private static Response redirect(String path, NewCookie cookie) {
    return Response.status(303).header("Location", path).cookie(cookie).build();
  }

  /** Where somebody wanted to go who had to sign in first. */
  private static String pageOf(String course) {
    return parsed(course).map(id -> "/console/courses/" + id).orElse("/console");
  }

  private NewCookie cookie(String value, int seconds) {
    return new NewCookie.Builder(COOKIE)
        .value(value)
        .path("/console")
        .maxAge(seconds)
        .httpOnly(true)
        .secure(secure)
        .sameSite(NewCookie.SameSite.STRICT)
        .build();
  }

  private static Uni<Response> page(int status, TemplateInstance template, String lang) {
    return template
        .setLocale(lang)
        .createUni()
        .map(
            text ->
                Response.status(status)
                    .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                    .entity(text)
                    .build());
  }

  private static UUID courseId(String text) {
    return parsed(text).orElseThrow(ConsoleResource::unknown);
  }

  private static Optional<UUID> parsed(String text) {
    try {
      return Optional.ofNullable(text).map(UUID::fromString);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static String text(String query) {
    return query == null ? "" : query.strip();
  }

  private static int number(String page) {
    return page != null && page.matches("\\d{1,6}") ? Integer.parseInt(page) : 1;
  }

  private static ProblemException unknown() {
    return new ProblemException(Problem.notFound("course"));
  }
}
