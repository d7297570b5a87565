package org.followthrough.booster.answer;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.followthrough.kit.link.Link;
import org.followthrough.kit.page.Languages;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;

/**
 * The page behind an answer in a mail. Opening it, however often and by whatever program, shows the
 * feedback and records no answer; its post does.
 */
@Path("/q/{token}")
@PermitAll
@Tag(name = "Answer page")
class AnswerResource {

  private static final MediaType HTML = MediaType.TEXT_HTML_TYPE.withCharset("UTF-8");

  /**
   * What the page's script learns.
   *
   * @param result counted, practice (another answer counts) or again
   * @param nonce to try again with, else absent
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Posted(String result, String nonce) {}

  /** A genuine link with its question. */
  record Opened(Link link, IssuedBooster booster) {}

  private final AnswerLinks links;
  private final AnswerService answers;
  private final AnswerPages pages;
  private final MeterRegistry metrics;

  AnswerResource(
      AnswerLinks links, AnswerService answers, AnswerPages pages, MeterRegistry metrics) {
    this.links = links;
    this.answers = answers;
    this.pages = pages;
    this.metrics = metrics;
  }

  @GET
  @Operation(
      summary = "Shows the feedback for the mailed choice",
      description = "A page in English or German. Records no answer, however often it is opened.")
  @APIResponse(responseCode = "200", description = "The page, with a form while an answer counts")
  @APIResponse(responseCode = "404", description = "No link of ours, whatever is wrong with it")
  @APIResponse(
      responseCode = "410",
      description = "The question is over: the explanation without a form")
  public Uni<Response> show(
      @PathParam("token") String token, @RestQuery String again, HttpHeaders headers) {
    count("GET");
    return open(token).chain(opened -> page(opened, token, again != null, headers));
  }

  @HEAD
  @Operation(summary = "Tells whether the page is there; records nothing at all")
  @APIResponse(responseCode = "200", description = "It is")
  @APIResponse(responseCode = "404", description = "No link of ours")
  @APIResponse(responseCode = "410", description = "The question is over")
  public Uni<Response> head(@PathParam("token") String token) {
    count("HEAD");
    return open(token)
        .map(opened -> Response.status(answers.isOver(opened.booster()) ? 410 : 200))
        .map(response -> response.type(HTML).build());
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(
      summary = "Takes the answer",
      description =
          "By the page's script (Accept: application/json): what became of it. By its button: 303"
              + " back to the page. The same nonce is the same attempt.")
  @APIResponse(
      responseCode = "200",
      description = "For the script: whether the choice counted",
      content = @Content(schema = @Schema(implementation = Posted.class)))
  @APIResponse(responseCode = "303", description = "For a browser without scripts: to the page")
  @APIResponse(responseCode = "400", description = "nonce or choice is none of the page's")
  @APIResponse(responseCode = "404", description = "No link of ours")
  @APIResponse(responseCode = "410", description = "The question is over; nothing was recorded")
  public Uni<Response> answer(
      @PathParam("token") String token,
      @Parameter(description = "the letter of the option") @RestForm String choice,
      @Parameter(description = "of the page that was opened") @RestForm String nonce,
      @Parameter(description = "what the hand did, such as pointerdown") @RestForm String gesture,
      HttpHeaders headers) {
    Link link = links.open(token);
    return answers
        .answer(links.attempt(link, choice, nonce, gesture))
        .chain(
            result ->
                wantsJson(headers)
                    ? json(result, link)
                    : next(result, link.option(), token, headers));
  }

  private Uni<Opened> open(String token) {
    Link link = links.open(token);
    return answers
        .find(link.subject())
        .map(booster -> new Opened(link, booster))
        .invoke(AnswerResource::refuseForeign);
  }

  // One answer for all that is not right with a link, so that nobody learns what exists.
  private static void refuseForeign(Opened opened) {
    Link link = opened.link();
    IssuedBooster booster = opened.booster();
    if (booster == null
        || !booster.personId().equals(link.recipient())
        || !(isCanary(opened) || booster.question().choice(link.option()).isPresent())) {
      throw AnswerLinks.notFound();
    }
  }

  private Uni<Response> page(Opened opened, String token, boolean again, HttpHeaders headers) {
    String lang = language(opened.booster(), headers);
    if (isCanary(opened)) {
      return answers
          .canaryHit(opened.booster().boosterId())
          .chain(() -> pages.nothing(lang))
          .map(page -> Response.ok(page, HTML).build());
    }
    return html(pages.view(opened.booster(), opened.link().option(), token, again, lang));
  }

  private Uni<Response> html(AnswerView view) {
    int status = view.stage() == AnswerView.Stage.OVER ? 410 : 200;
    return pages.answer(view).map(page -> Response.status(status).type(HTML).entity(page).build());
  }

  // A course that does not tell its language leaves the choice to the reader's browser.
  private static String language(IssuedBooster booster, HttpHeaders headers) {
    return booster.language() == null
        ? Languages.ofBrowser(headers)
        : Languages.of(booster.language());
  }

  private Uni<Response> json(AnswerResult result, Link link) {
    refuse(result);
    if (result == AnswerResult.OVER) {
      throw AnswerLinks.gone();
    }
    String fresh = result == AnswerResult.AGAIN ? links.nonce(link) : null;
    return Uni.createFrom()
        .item(
            Response.ok(
                    new Posted(result.name().toLowerCase(Locale.ROOT), fresh),
                    MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build());
  }

  private Uni<Response> next(
      AnswerResult result, String option, String token, HttpHeaders headers) {
    refuse(result);
    if (result == AnswerResult.OVER && !option.equals(Attempt.CANARY)) {
      return open(token).chain(opened -> page(opened, token, false, headers));
    }
    String note = result == AnswerResult.AGAIN ? "?again=" : "";
    // A raw relative address: behind the front door only the browser knows the host.
    return Uni.createFrom()
        .item(Response.status(303).header("Location", "/q/" + token + note).build());
  }

  private static void refuse(AnswerResult result) {
    if (result == AnswerResult.UNKNOWN) {
      throw AnswerLinks.notFound();
    }
    if (result == AnswerResult.NO_CHOICE) {
      throw AnswerLinks.invalid("choice", "must be the letter of one of the options");
    }
  }

  private void count(String method) {
    metrics.counter("booster_link_hits_including_scanners", "method", method).increment();
  }

  private static boolean isCanary(Opened opened) {
    return opened.link().option().equals(Attempt.CANARY);
  }

  private static boolean wantsJson(HttpHeaders headers) {
    return headers.getAcceptableMediaTypes().get(0).isCompatible(MediaType.APPLICATION_JSON_TYPE)
        && !headers.getAcceptableMediaTypes().get(0).isWildcardType();
  }
}
