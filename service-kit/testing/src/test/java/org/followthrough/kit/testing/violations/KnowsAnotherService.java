package org.followthrough.kit.testing.violations;

import org.followthrough.booster.sample.BoosterSample;

/** Depends on a class of another service. */
final class KnowsAnotherService {
  static String nameOf(BoosterSample sample) {
    return sample.name();
  }

  private KnowsAnotherService() {}
}
