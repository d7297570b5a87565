package org.followthrough.evaluation.session;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.followthrough.evaluation.store.MachineTime;
import org.followthrough.kit.auth.ApiKey;
import org.followthrough.kit.auth.ApiKeys;
import org.followthrough.kit.link.Link;
import org.followthrough.kit.link.LinkKeyRing;
import org.followthrough.kit.link.LinkVerdict;
import org.followthrough.kit.link.SignedLinks;
import org.followthrough.kit.problem.Problem;
import org.followthrough.kit.problem.ProblemException;

/**
 * Who may look at the console, as a signed token: nothing is kept on the server. A session that was
 * opened with an API key ends with the key.
 */
@Singleton
public class ConsoleSessions {

  /** How long somebody stays signed in. */
  public static final Duration LIFE = Duration.ofHours(12);

  private static final String ENTER = "console";
  private static final String SESSION = "consolesession";
  private static final String SCOPE = "console";

  private final SignedLinks links;
  private final SignedLinks sessions;
  private final ApiKeys keys;
  private final Clock clock;
  private final Clock machine;

  ConsoleSessions(
      SignedLinks links,
      @ConfigProperty(name = "followthrough.link.keys") String ring,
      ApiKeys keys,
      Clock clock,
      @MachineTime Clock machine) {
    this.links = links;
    this.sessions = new SignedLinks(LinkKeyRing.parse(ring), machine);
    this.keys = keys;
    this.clock = clock;
    this.machine = machine;
  }

  /** A session for the holder of an API key with the scope {@code console}. */
  public Optional<String> signIn(String presented) {
    String keyId = presented == null ? null : ApiKey.keyIdOf(presented.trim());
    return Optional.ofNullable(keyId)
        .flatMap(keys::byId)
        .filter(key -> key.admits(presented.trim(), clock.instant()))
        .filter(key -> key.scopes().contains(SCOPE))
        .map(key -> session(key.organizationId(), key.keyId()));
  }

  /** A session for whoever holds a link to the console; fails with 404 or 410. */
  public String enter(String token) {
    LinkVerdict verdict = links.verify(token, ENTER);
    if (verdict instanceof LinkVerdict.Valid valid) {
      return session(valid.link().subject(), "");
    }
    throw new ProblemException(
        verdict instanceof LinkVerdict.Expired
            ? Problem.of(410, "gone", "Gone", "this link to the console is over")
            : Problem.notFound("page"));
  }

  /** The organization a session is for; empty where it is over, forged, or its key is. */
  public Optional<UUID> organizationOf(String session) {
    return sessions.verify(session, SESSION) instanceof LinkVerdict.Valid valid
            && isKeyAlive(valid.link())
        ? Optional.of(valid.link().subject())
        : Optional.empty();
  }

  private boolean isKeyAlive(Link session) {
    return session.option().isEmpty()
        || keys.byId(session.option())
            .filter(key -> key.organizationId().equals(session.subject()))
            .filter(key -> key.scopes().contains(SCOPE))
            .filter(key -> key.revokedAt() == null || clock.instant().isBefore(key.revokedAt()))
            .filter(key -> key.expiresAt() == null || clock.instant().isBefore(key.expiresAt()))
            .isPresent();
  }

  private String session(UUID organizationId, String keyId) {
    return sessions.sign(
        new Link(SESSION, organizationId, organizationId, keyId, machine.instant().plus(LIFE)));
  }
}
