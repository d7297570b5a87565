package org.followthrough.kit.testing.violations;

import io.smallrye.mutiny.Uni;

/** A domain class that is not pure. */
final class DecidesInTheFuture {
  Uni<Boolean> decide() {
    return Uni.createFrom().item(true);
  }
}
