package org.followthrough.kit.problem;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.net.SocketException;
import java.util.Objects;
import java.util.stream.Stream;
import org.followthrough.kit.consumer.TransientFault;

/** Tells whether a store that will come back is behind a failure. */
@Singleton
class Outages {

  private final Instance<TransientFault> stores;

  Outages(Instance<TransientFault> stores) {
    this.stores = stores;
  }

  boolean isBehind(Throwable failure) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
        .anyMatch(cause -> cause instanceof SocketException || isOfAStore(cause));
  }

  private boolean isOfAStore(Throwable cause) {
    return stores.stream().anyMatch(store -> store.isTransient(cause));
  }
}
