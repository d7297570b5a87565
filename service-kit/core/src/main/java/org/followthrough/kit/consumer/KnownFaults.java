package org.followthrough.kit.consumer;

import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.followthrough.kit.event.UnreadableEventException;

/** What is known of faults: which pass, which stay, and what may be told of them. */
final class KnownFaults {

  private static final String OURS = "org.followthrough.";

  private final Iterable<TransientFault> stores;
  private volatile boolean stopping;

  /**
   * Knows the faults of the stores, besides input and output and what cannot be read.
   *
   * @param stores asked anew each time
   */
  KnownFaults(Iterable<TransientFault> stores) {
    this.stores = stores;
  }

  // A pool that closes under a batch at work must not make its events dead letters.
  void stop() {
    stopping = true;
  }

  boolean isTransient(Throwable fault) {
    return stopping
        || anyCause(
            fault,
            cause ->
                cause instanceof IOException
                    || cause instanceof TimeoutException
                    || known().anyMatch(store -> store.isTransient(cause)));
  }

  boolean isPermanent(Throwable fault) {
    return anyCause(
        fault,
        cause ->
            cause instanceof UnreadableEventException
                || known().anyMatch(store -> store.isPermanent(cause)));
  }

  /**
   * Why an event could not be applied: our own words where we have some, else the class of the
   * fault, its code and the place in our code. Never its message, which may quote the payload.
   */
  String reason(Throwable fault) {
    return causes(fault)
        .filter(UnreadableEventException.class::isInstance)
        .map(Throwable::getMessage)
        .findFirst()
        .orElseGet(() -> described(causes(fault).reduce((outer, inner) -> inner).orElse(fault)));
  }

  private String described(Throwable root) {
    Stream<String> name = Stream.of(root.getClass().getName());
    Stream<String> code = known().map(store -> store.code(root)).flatMap(Optional::stream);
    Stream<String> place =
        Stream.of(root.getStackTrace())
            .filter(frame -> frame.getClassName().startsWith(OURS))
            .limit(1)
            .map(frame -> "at " + frame);
    return String.join(" ", Stream.of(name, code, place).flatMap(each -> each).toList());
  }

  private Stream<TransientFault> known() {
    return StreamSupport.stream(stores.spliterator(), false);
  }

  private static boolean anyCause(Throwable fault, Predicate<Throwable> test) {
    return causes(fault).anyMatch(test);
  }

  private static Stream<Throwable> causes(Throwable fault) {
    return Stream.iterate(fault, Objects::nonNull, Throwable::getCause);
  }
}
