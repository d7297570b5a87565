package org.followthrough.booster.answer;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/**
 * Joins what comes in at the same time into batches: while two are under way, all others wait and
 * then go together. No timer: a lone item goes at once, and the batches grow with the load.
 */
final class MicroBatches<T, R> {

  private static final int LARGEST = 500;
  private static final int UNDER_WAY = 2;

  private record Waiting<T, R>(T item, UniEmitter<? super R> emitter) {}

  private final Function<List<T>, Uni<List<R>>> work;
  private final Queue<Waiting<T, R>> queue = new ConcurrentLinkedQueue<>();
  private final Semaphore free = new Semaphore(UNDER_WAY);

  /**
   * @param work does a batch and gives a result for each item, in their order
   */
  MicroBatches(Function<List<T>, Uni<List<R>>> work) {
    this.work = work;
  }

  /** The result of this item, when its batch is done; or the failure of its batch. */
  Uni<R> submit(T item) {
    return Uni.createFrom()
        .emitter(
            emitter -> {
              queue.add(new Waiting<>(item, emitter));
              start();
            });
  }

  private void start() {
    // Once more after giving up a turn: somebody may have queued in between.
    while (!queue.isEmpty() && free.tryAcquire()) {
      List<Waiting<T, R>> batch = take();
      if (batch.isEmpty()) {
        free.release();
      } else {
        run(batch);
      }
    }
  }

  private List<Waiting<T, R>> take() {
    List<Waiting<T, R>> batch = new ArrayList<>();
    while (batch.size() < LARGEST) {
      Waiting<T, R> next = queue.poll();
      if (next == null) {
        break;
      }
      batch.add(next);
    }
    return batch;
  }

  private void run(List<Waiting<T, R>> batch) {
    List<T> items = batch.stream().map(Waiting::item).toList();
    Uni.createFrom()
        .deferred(() -> work.apply(items))
        .subscribe()
        .with(results -> succeed(batch, results), failure -> fail(batch, failure));
  }

  private void succeed(List<Waiting<T, R>> batch, List<R> results) {
    release();
    for (int i = 0; i < batch.size(); i++) {
      batch.get(i).emitter().complete(results.get(i));
    }
  }

  private void fail(List<Waiting<T, R>> batch, Throwable failure) {
    release();
    batch.forEach(each -> each.emitter().fail(failure));
  }

  private void release() {
    free.release();
    start();
  }
}
