package org.followthrough.enrollment.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class LargeBodiesTest {

  private final LargeBodies large = new LargeBodies();
  private final List<UniEmitter<? super String>> started = new ArrayList<>();
  private final List<String> outcomes = new ArrayList<>();

  private void submit() {
    Consumer<UniEmitter<? super String>> start = started::add;
    large
        .whenThereIsRoom(Uni.createFrom().emitter(start))
        .subscribe()
        .with(outcomes::add, fault -> outcomes.add(fault.getMessage()));
  }

  @Test
  void onlySoManyShouldBeUnderWayAndTheNextStartWhenOneEndsHoweverItEnds() {
    for (int i = 0; i < LargeBodies.AT_ONCE + 2; i++) {
      submit();
    }
    assertThat(started).hasSize(LargeBodies.AT_ONCE);

    started.get(0).complete("stored");
    assertThat(started).hasSize(LargeBodies.AT_ONCE + 1);
    started.get(1).fail(new IllegalStateException("cut short"));
    assertThat(started).hasSize(LargeBodies.AT_ONCE + 2);

    started.get(2).complete("stored");
    submit();
    assertThat(started).hasSize(LargeBodies.AT_ONCE + 3);
    assertThat(outcomes).containsExactly("stored", "cut short", "stored");
  }

  @Test
  void smallBodiesShouldNotWait() {
    assertThat(LargeBodies.isLarge("65536")).isFalse();
    assertThat(LargeBodies.isLarge("65537")).isTrue();
    assertThat(LargeBodies.isLarge("99999999999999999999")).isTrue();
    assertThat(LargeBodies.isLarge(null)).isTrue();
  }
}
