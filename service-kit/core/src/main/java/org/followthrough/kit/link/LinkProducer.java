package org.followthrough.kit.link;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Makes the beans that sign, from {@code followthrough.link.keys}; refuses to start without good
 * keys.
 */
class LinkProducer {

  @Produces
  @Singleton
  LinkKeyRing ring(@ConfigProperty(name = "followthrough.link.keys") String keys) {
    return LinkKeyRing.parse(keys);
  }

  @Produces
  @Singleton
  SignedLinks links(LinkKeyRing ring, Clock clock) {
    return new SignedLinks(ring, clock);
  }

  @Produces
  @Singleton
  PageNonces nonces(LinkKeyRing ring) {
    return new PageNonces(ring);
  }
}
