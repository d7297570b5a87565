package org.followthrough.booster.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MicroBatchesTest {

  /** A batch under way, which the test ends. */
  private record Batch(List<Integer> items, UniEmitter<? super List<String>> emitter) {
    void succeed() {
      emitter.complete(items.stream().map(item -> "done " + item).toList());
    }
  }

  private final List<Batch> underWay = new ArrayList<>();
  private final MicroBatches<Integer, String> batches =
      new MicroBatches<>(
          items -> Uni.createFrom().emitter(emitter -> underWay.add(new Batch(items, emitter))));

  @Test
  void loneItemShouldGoAtOnce() {
    UniAssertSubscriber<String> one = submit(1);
    assertThat(underWay).extracting(Batch::items).containsExactly(List.of(1));
    underWay.get(0).succeed();
    one.assertItem("done 1");
  }

  @Test
  void itemsShouldGoTogetherWhenTheyWaitForTwoBatches() {
    List<UniAssertSubscriber<String>> all =
        IntStream.rangeClosed(1, 5).mapToObj(this::submit).toList();
    assertThat(underWay).extracting(Batch::items).containsExactly(List.of(1), List.of(2));
    underWay.get(1).succeed();
    assertThat(underWay).hasSize(3);
    assertThat(underWay.get(2).items()).containsExactly(3, 4, 5);
    underWay.get(2).succeed();
    underWay.get(0).succeed();
    for (int i = 1; i <= 5; i++) {
      all.get(i - 1).assertItem("done " + i);
    }
  }

  @Test
  void onlyItsOwnItemsShouldFailWithABatch() {
    UniAssertSubscriber<String> one = submit(1);
    UniAssertSubscriber<String> two = submit(2);
    UniAssertSubscriber<String> three = submit(3);
    underWay.get(0).emitter().fail(new IllegalStateException("no line"));
    one.assertFailedWith(IllegalStateException.class, "no line");
    underWay.get(1).succeed();
    underWay.get(2).succeed();
    two.assertItem("done 2");
    three.assertItem("done 3");
  }

  @Test
  void batchShouldBeBounded() {
    IntStream.rangeClosed(1, 1_202).forEach(this::submit);
    underWay.get(0).succeed();
    underWay.get(1).succeed();
    assertThat(underWay.get(2).items()).hasSize(500);
    assertThat(underWay.get(3).items()).hasSize(500);
    underWay.get(2).succeed();
    assertThat(underWay.get(4).items()).hasSize(200);
  }

  @Test
  void everyItemShouldGetItsResultWhenManyThreadsSubmit() throws Exception {
    var most = new AtomicInteger();
    var now = new AtomicInteger();
    ExecutorService workers = Executors.newFixedThreadPool(4);
    var busy =
        new MicroBatches<Integer, String>(
            items ->
                Uni.createFrom()
                    .item(items)
                    .emitOn(workers)
                    .invoke(some -> most.accumulateAndGet(now.incrementAndGet(), Math::max))
                    .map(some -> some.stream().map(item -> "done " + item).toList())
                    .invoke(results -> now.decrementAndGet()));
    ExecutorService clients = Executors.newFixedThreadPool(8);
    try {
      var results =
          clients.invokeAll(
              IntStream.range(0, 5_000)
                  .mapToObj(
                      item ->
                          (java.util.concurrent.Callable<String>)
                              () -> busy.submit(item).await().indefinitely())
                  .toList(),
              60,
              TimeUnit.SECONDS);
      for (int i = 0; i < results.size(); i++) {
        assertThat(results.get(i).get()).isEqualTo("done " + i);
      }
    } finally {
      clients.shutdownNow();
      workers.shutdownNow();
    }
    assertThat(most.get()).isLessThanOrEqualTo(2);
  }

  private UniAssertSubscriber<String> submit(int item) {
    return batches.submit(item).subscribe().withSubscriber(UniAssertSubscriber.create());
  }
}
