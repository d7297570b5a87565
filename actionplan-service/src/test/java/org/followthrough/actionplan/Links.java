package org.followthrough.actionplan;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.followthrough.kit.link.Link;
import org.followthrough.kit.link.SignedLinks;

/** Signs links as reminder-service would. */
@Singleton
public class Links {

  private final SignedLinks links;
  private final Clock clock;

  Links(SignedLinks links, Clock clock) {
    this.links = links;
    this.clock = clock;
  }

  public String plan(Scene scene, String option) {
    return "/plan/" + token("plan", scene.enrollmentId(), scene.learnerId(), option);
  }

  public String talk(Scene scene, String option) {
    return "/talk/" + token("talk", scene.enrollmentId(), scene.managerId(), option);
  }

  public String token(String purpose, UUID subject, UUID recipient, String option) {
    return links.sign(
        new Link(purpose, subject, recipient, option, clock.instant().plus(Duration.ofDays(45))));
  }
}
