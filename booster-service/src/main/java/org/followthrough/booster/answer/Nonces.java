package org.followthrough.booster.answer;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.followthrough.kit.link.Link;
import org.followthrough.kit.link.LinkVerdict;
import org.followthrough.kit.link.SignedLinks;

/**
 * What a page carries so that its post can be told from others and timed, without the page's GET
 * having to write anything: the machine time of the page and some chance, signed for one question
 * and one person.
 */
@ApplicationScoped
class Nonces {

  /** A genuine nonce: what to store of it, and when its page was made. */
  record Nonce(String id, Instant loadedAt) {}

  private static final String PURPOSE = "nonce";
  // Longer than a link to a question lives, even where the service clock runs fast.
  private static final Duration LIFE = Duration.ofDays(400);

  private final SignedLinks links;
  private final Clock clock;
  private final Clock machine;
  private final SecureRandom random = new SecureRandom();

  Nonces(SignedLinks links, Clock clock, @MachineTime Clock machine) {
    this.links = links;
    this.clock = clock;
    this.machine = machine;
  }

  String make(UUID boosterId, UUID personId) {
    byte[] chance = new byte[9];
    random.nextBytes(chance);
    String id =
        machine.millis() + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(chance);
    return links.sign(new Link(PURPOSE, boosterId, personId, id, clock.instant().plus(LIFE)));
  }

  /** The nonce, if we made it for this question and this person. */
  Optional<Nonce> read(String text, UUID boosterId, UUID personId) {
    if (links.verify(text, PURPOSE) instanceof LinkVerdict.Valid valid
        && valid.link().subject().equals(boosterId)
        && valid.link().recipient().equals(personId)) {
      return Optional.of(nonce(valid.link().option()));
    }
    return Optional.empty();
  }

  private static Nonce nonce(String id) {
    try {
      long millis = Long.parseLong(id.substring(0, id.indexOf('.')));
      return new Nonce(id, Instant.ofEpochMilli(millis));
    } catch (NumberFormatException | IndexOutOfBoundsException | DateTimeException e) {
      throw new IllegalStateException("we signed a nonce that is none", e);
    }
  }
}
