package org.followthrough.reminder.mail;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.followthrough.kit.link.Link;
import org.followthrough.kit.link.LinkVerdict;
import org.followthrough.kit.link.SignedLinks;
import org.followthrough.kit.problem.Problem;
import org.followthrough.kit.problem.ProblemException;

/** Makes the links of mails: each for one purpose, one person and a limited time. */
@Singleton
public class MailLinks {

  private final SignedLinks links;
  private final String publicUrl;

  MailLinks(
      SignedLinks links, @ConfigProperty(name = "followthrough.public.url") String publicUrl) {
    this.links = links;
    this.publicUrl = publicUrl.replaceAll("/+$", "");
  }

  String plan(UUID enrollmentId, UUID person, String page, Instant now) {
    return url("/plan/", "", new Link("plan", enrollmentId, person, page, days(now, 45)));
  }

  String talk(UUID enrollmentId, UUID person, String kind, Instant now) {
    return url("/talk/", "", new Link("talk", enrollmentId, person, kind, days(now, 45)));
  }

  String question(UUID boosterId, UUID person, String option, Instant now) {
    return url("/q/", "", new Link("q", boosterId, person, option, days(now, 30)));
  }

  String evaluation(UUID enrollmentId, UUID person, String form, Instant now) {
    return url("/eval/", "", new Link("eval", enrollmentId, person, form, days(now, 60)));
  }

  String calendar(UUID enrollmentId, UUID person, String kind, Instant now) {
    return url("/calendar/", ".ics", new Link("ics", enrollmentId, person, kind, days(now, 90)));
  }

  /** Where one click ends a category. */
  public String unsubscribe(UUID person, String category, Instant now) {
    return url("/unsubscribe/", "", new Link("unsub", person, person, category, days(now, 400)));
  }

  /** Where a person chooses what to get. */
  public String preferences(UUID person, Instant now) {
    return url("/preferences/", "", new Link("pref", person, person, "", days(now, 400)));
  }

  String why(UUID envelopeId, UUID person, Instant now) {
    return url("/why/", "", new Link("why", envelopeId, person, "", days(now, 90)));
  }

  /**
   * What a link stands for that somebody followed.
   *
   * @throws ProblemException 410 when its time is over, 404 when it is none of ours
   */
  public Link open(String token, String purpose) {
    LinkVerdict verdict = links.verify(token, purpose);
    if (verdict instanceof LinkVerdict.Valid valid) {
      return valid.link();
    }
    throw new ProblemException(
        verdict instanceof LinkVerdict.Expired
            ? Problem.of(410, "gone", "Gone", "this link has expired")
            : Problem.notFound("page"));
  }

  private static Instant days(Instant now, int days) {
    return now.plus(Duration.ofDays(days));
  }

  private String url(String path, String end, Link link) {
    return publicUrl + path + links.sign(link) + end;
  }
}
