package org.followthrough.actionplan.page;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.followthrough.actionplan.followup.Access;
import org.followthrough.actionplan.followup.FollowUpClosedException;
import org.followthrough.actionplan.followup.FollowUpContext;
import org.followthrough.actionplan.followup.FollowUpContexts;
import org.followthrough.actionplan.followup.Participant;
import org.followthrough.actionplan.text.Form;
import org.followthrough.kit.link.Link;
import org.followthrough.kit.link.LinkVerdict;
import org.followthrough.kit.link.SignedLinks;
import org.followthrough.kit.page.Languages;
import org.followthrough.kit.problem.Problem;
import org.followthrough.kit.problem.ProblemException;

/** Opens the page behind a link, for those it admits; all others get a page that says why not. */
@Singleton
class Doors {

  private final SignedLinks links;
  private final FollowUpContexts contexts;
  private final Clock clock;
  private final Map<String, LinkedPage> pages;

  Doors(SignedLinks links, FollowUpContexts contexts, Clock clock, @All List<LinkedPage> pages) {
    this.links = links;
    this.contexts = contexts;
    this.clock = clock;
    this.pages = pages.stream().collect(Collectors.toMap(LinkedPage::key, Function.identity()));
  }

  /** A request for a page. */
  record Knock(String purpose, String token, UriInfo uri, HttpHeaders headers) {

    String path() {
      return "/" + purpose + "/" + token;
    }

    Set<String> marks() {
      return uri.getQueryParameters().keySet();
    }

    String browserLang() {
      return Languages.ofBrowser(headers);
    }
  }

  Uni<Response> show(Knock knock) {
    return open(knock, 200, LinkedPage::show);
  }

  Uni<Response> take(Knock knock, String body) {
    Form form =
        Form.parse(body)
            .orElseThrow(
                () ->
                    new ProblemException(
                        Problem.of(400, "bad-request", "Bad request", "the form is malformed")));
    // Nothing was taken, so a POST that comes too early must not look like a success.
    return open(knock, 409, (page, visit) -> page.take(visit, form));
  }

  private Uni<Response> open(
      Knock knock, int tooEarly, BiFunction<LinkedPage, Visit, Uni<Response>> then) {
    Link link = verified(knock);
    LinkedPage page = page(knock, link);
    return contexts
        .of(link.subject())
        .chain(
            known ->
                access(link, known) instanceof Access.Granted granted
                    ? then.apply(page, visit(knock, link, granted))
                    : refusal(knock, link, known, tooEarly))
        .onFailure(FollowUpClosedException.class)
        .recoverWithUni(
            () ->
                contexts.of(link.subject()).chain(known -> refusal(knock, link, known, tooEarly)));
  }

  private Link verified(Knock knock) {
    LinkVerdict verdict = links.verify(knock.token(), knock.purpose());
    if (verdict instanceof LinkVerdict.Valid valid) {
      return valid.link();
    }
    throw new ProblemException(
        verdict instanceof LinkVerdict.Expired
            ? Problem.of(410, "gone", "Gone", "this link has expired")
            : Problem.notFound("page"));
  }

  private LinkedPage page(Knock knock, Link link) {
    boolean planWanted = knock.purpose().equals("plan") && knock.marks().contains(Visit.CHANGE);
    String key = planWanted ? PlanPage.KEY : link.purpose() + "/" + link.option();
    return Optional.ofNullable(pages.get(key))
        .orElseThrow(() -> new ProblemException(Problem.notFound("page")));
  }

  private static Access access(Link link, Optional<FollowUpContext> known) {
    return link.purpose().equals("talk")
        ? Access.ofManager(link, known)
        : Access.ofLearner(link, known);
  }

  private Visit visit(Knock knock, Link link, Access.Granted granted) {
    return new Visit(
        knock.path(), link, granted.context(), granted.recipient(), clock.instant(), knock.marks());
  }

  private static Uni<Response> refusal(
      Knock knock, Link link, Optional<FollowUpContext> known, int tooEarly) {
    String lang = lang(knock, link, known);
    Access access = access(link, known);
    if (access instanceof Access.Over over) {
      return Answers.page(
          410, lang, LinkTemplates.over(new LinkTemplates.OverView(lang, over.reason().name())));
    }
    if (access instanceof Access.NotYet) {
      return Answers.page(tooEarly, lang, LinkTemplates.nearlyReady(lang))
          .map(page -> Response.fromResponse(page).header("Retry-After", "60").build());
    }
    throw new ProblemException(Problem.notFound("page"));
  }

  // Of those who are not known (any more), the browser may know the language.
  private static String lang(Knock knock, Link link, Optional<FollowUpContext> known) {
    return known
        .flatMap(context -> context.participant(link.recipient()))
        .map(Participant::locale)
        .map(Languages::of)
        .orElseGet(knock::browserLang);
  }
}
