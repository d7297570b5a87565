package org.followthrough.booster.answer;

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
import java.time.Clock;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.followthrough.booster.answer.Nonces.Nonce;
import org.followthrough.booster.track.IssuedQuestion.Choice;
import org.followthrough.kit.link.Link;
import org.followthrough.kit.link.LinkVerdict;
import org.followthrough.kit.link.SignedLinks;
import org.followthrough.kit.problem.Problem;
import org.followthrough.kit.problem.ProblemException;
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

  private static final String PURPOSE = "q";
  private static final String CANARY = "canary";
  private static final MediaType HTML = MediaType.TEXT_HTML_TYPE.withCharset("UTF-8");

  /** What the page's script learns. */
  record Posted(String result, String nonce) {}

  /** A genuine link with its question. */
  record Opened(Link link, IssuedBooster booster) {}

  private final SignedLinks links;
  private final AnswerService answers;
  private final AnswerPages pages;
  private final Nonces nonces;
  private final MeterRegistry metrics;
  private final Clock machine;

  AnswerResource(
      SignedLinks links,
      AnswerService answers,
      AnswerPages pages,
      Nonces nonces,
      MeterRegistry metrics,
      @MachineTime Clock machine) {
    this.links = links;
    this.answers = answers;
    this.pages = pages;
    this.nonces = nonces;
    this.metrics = metrics;
    this.machine = machine;
  }

  @GET
  @Operation(
      summary = "Shows the feedback for the mailed choice",
      description = "Records no answer. 410 with the explanation where the question is over.")
  public Uni<Response> show(@PathParam("token") String token, @RestQuery String again) {
    count("GET");
    return open(token).chain(opened -> page(opened, token, again != null));
  }

  @HEAD
  @Operation(summary = "Tells whether the page is there; records nothing at all")
  public Uni<Response> head(@PathParam("token") String token) {
    count("HEAD");
    return open(token)
        .map(
            opened -> {
              boolean live = isCanary(opened) || view(opened, token, false).nonce() != null;
              return Response.status(live ? 200 : 410).type(HTML).build();
            });
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(
      summary = "Takes the answer",
      description =
          "By the page's script (Accept: application/json): what became of it. By its button: 303"
              + " back to the page. The same nonce is the same attempt.")
  public Uni<Response> answer(
      @PathParam("token") String token,
      @RestForm String choice,
      @RestForm String nonce,
      @RestForm String gesture,
      HttpHeaders headers) {
    return open(token)
        .chain(
            opened -> {
              Attempt attempt = attempt(opened, choice, nonce, gesture);
              return answers
                  .answer(attempt)
                  .chain(result -> respond(opened, token, result, wantsJson(headers)));
            });
  }

  private Uni<Opened> open(String token) {
    Link link = link(links.verify(token, PURPOSE));
    return answers
        .find(link.subject())
        .map(booster -> new Opened(link, booster))
        .invoke(AnswerResource::refuseForeign);
  }

  private static Link link(LinkVerdict verdict) {
    if (verdict instanceof LinkVerdict.Valid valid) {
      return valid.link();
    }
    throw verdict instanceof LinkVerdict.Expired ? gone() : notFound();
  }

  // One answer for all that is not right with a link, so that nobody learns what exists.
  private static void refuseForeign(Opened opened) {
    Link link = opened.link();
    IssuedBooster booster = opened.booster();
    if (booster == null
        || !booster.personId().equals(link.recipient())
        || !(link.option().equals(CANARY)
            || booster.question().choice(link.option()).isPresent())) {
      throw notFound();
    }
  }

  private Uni<Response> page(Opened opened, String token, boolean again) {
    if (isCanary(opened)) {
      return answers
          .canaryHit(opened.booster().boosterId())
          .chain(() -> pages.nothing(opened.booster()))
          .map(page -> Response.ok(page, HTML).build());
    }
    return html(view(opened, token, again));
  }

  private Uni<Response> html(AnswerView view) {
    int status = view.stage() == AnswerView.Stage.OVER ? 410 : 200;
    return pages.answer(view).map(page -> Response.status(status).type(HTML).entity(page).build());
  }

  private AnswerView view(Opened opened, String token, boolean again) {
    Choice chosen = opened.booster().question().choice(opened.link().option()).orElseThrow();
    return pages.view(opened.booster(), chosen, token, again);
  }

  private Attempt attempt(Opened opened, String choice, String nonce, String gesture) {
    IssuedBooster booster = opened.booster();
    Nonce made =
        nonces
            .read(nonce, booster.boosterId(), booster.personId())
            .orElseThrow(() -> invalid("nonce", "must be the one of the page"));
    if (choice == null || booster.question().choice(choice).isEmpty()) {
      throw invalid("choice", "must be the letter of one of the options");
    }
    return new Attempt(
        booster.boosterId(),
        made.id(),
        choice,
        opened.link().option(),
        gesture == null ? "" : gesture,
        made.loadedAt(),
        machine.instant());
  }

  private Uni<Response> respond(Opened opened, String token, AnswerResult result, boolean json) {
    if (result == AnswerResult.OVER) {
      return json || isCanary(opened)
          ? Uni.createFrom().failure(gone())
          : open(token).chain(now -> html(view(now, token, false)));
    }
    if (json) {
      IssuedBooster booster = opened.booster();
      String fresh = nonces.make(booster.boosterId(), booster.personId());
      return json(new Posted(result.name().toLowerCase(Locale.ROOT), fresh));
    }
    String note = result == AnswerResult.AGAIN ? "?again=" : "";
    // A raw relative address: behind the front door only the browser knows the host.
    return Uni.createFrom()
        .item(Response.status(303).header("Location", "/q/" + token + note).build());
  }

  private static Uni<Response> json(Posted posted) {
    return Uni.createFrom()
        .item(
            Response.ok(posted, MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build());
  }

  private void count(String method) {
    metrics.counter("booster_link_hits_including_scanners", "method", method).increment();
  }

  private static boolean isCanary(Opened opened) {
    return opened.link().option().equals(CANARY);
  }

  private static boolean wantsJson(HttpHeaders headers) {
    return headers.getAcceptableMediaTypes().get(0).isCompatible(MediaType.APPLICATION_JSON_TYPE)
        && !headers.getAcceptableMediaTypes().get(0).isWildcardType();
  }

  private static ProblemException notFound() {
    return new ProblemException(Problem.notFound("page"));
  }

  private static ProblemException gone() {
    return new ProblemException(
        Problem.of(410, "gone", "Gone", "this question is over; nothing was recorded"));
  }

  private static ProblemException invalid(String field, String detail) {
    return new ProblemException(Problem.invalidField(field, detail));
  }
}
