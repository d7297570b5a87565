package org.followthrough.bench.peer;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Joins what comes while two batches are under way into the next one; on one event loop. */
final class Together<T> {

  private static final int UNDER_WAY = 2;

  private final Function<List<T>, Future<?>> work;
  private List<T> items = new ArrayList<>();
  private Promise<Void> promise = Promise.promise();
  private int underWay;

  Together(Function<List<T>, Future<?>> work) {
    this.work = work;
  }

  Future<Void> add(T item) {
    items.add(item);
    Future<Void> done = promise.future();
    start();
    return done;
  }

  private void start() {
    if (underWay >= UNDER_WAY || items.isEmpty()) {
      return;
    }
    underWay++;
    List<T> batch = items;
    Promise<Void> waiting = promise;
    items = new ArrayList<>();
    promise = Promise.promise();
    work.apply(batch)
        .onComplete(
            done -> {
              underWay--;
              start();
              if (done.succeeded()) {
                waiting.complete();
              } else {
                waiting.fail(done.cause());
              }
            });
  }
}
