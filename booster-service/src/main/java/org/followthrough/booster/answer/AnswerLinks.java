package org.followthrough.booster.answer;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.followthrough.booster.answer.Nonces.Nonce;
import org.followthrough.kit.link.Link;
import org.followthrough.kit.link.LinkVerdict;
import org.followthrough.kit.link.SignedLinks;
import org.followthrough.kit.problem.Problem;
import org.followthrough.kit.problem.ProblemException;

/** What requests to an answer page bring along, checked by its signatures alone. */
@ApplicationScoped
class AnswerLinks {

  private static final String PURPOSE = "q";

  private final SignedLinks links;
  private final Nonces nonces;
  private final Clock machine;

  AnswerLinks(SignedLinks links, Nonces nonces, @MachineTime Clock machine) {
    this.links = links;
    this.nonces = nonces;
    this.machine = machine;
  }

  /** What the link stands for; 404 for none of ours, 410 for one whose time is over. */
  Link open(String token) {
    LinkVerdict verdict = links.verify(token, PURPOSE);
    if (verdict instanceof LinkVerdict.Valid valid) {
      return valid.link();
    }
    throw verdict instanceof LinkVerdict.Expired ? gone() : notFound();
  }

  /** What was posted to the page of that link; 400 where no page of this person's made it. */
  Attempt attempt(Link link, String choice, String nonce, String gesture) {
    Nonce made =
        nonces
            .read(nonce, link.subject(), link.recipient())
            .orElseThrow(() -> invalid("nonce", "must be the one of the page"));
    return new Attempt(
        link.subject(),
        made.id(),
        choice == null ? "" : choice,
        link.option(),
        gesture == null ? "" : gesture,
        made.loadedAt(),
        machine.instant());
  }

  /** To post again from the same page. */
  String nonce(Link link) {
    return nonces.make(link.subject(), link.recipient());
  }

  static ProblemException notFound() {
    return new ProblemException(Problem.notFound("page"));
  }

  static ProblemException gone() {
    return new ProblemException(
        Problem.of(410, "gone", "Gone", "this question is over; nothing was recorded"));
  }

  static ProblemException invalid(String field, String detail) {
    return new ProblemException(Problem.invalidField(field, detail));
  }
}
