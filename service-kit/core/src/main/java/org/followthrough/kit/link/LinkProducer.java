package org.followthrough.kit.link;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Makes the links bean from {@code followthrough.link.keys}; refuses to start without good keys.
 */
class LinkProducer {

  @Produces
  @Singleton
  SignedLinks links(@ConfigProperty(name = "followthrough.link.keys") String keys, Clock clock) {
    return new SignedLinks(LinkKeyRing.parse(keys), clock);
  }
}
