package org.followthrough.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClosingTest {

  private final List<String> closed = new ArrayList<>();
  private final Closing closing = new Closing();

  @Test
  void closeShouldBeginWithTheLatestAndGoOnWhenOneFails() {
    closing.add(() -> closed.add("stack"));
    closing.add(
        () -> {
          throw new IllegalStateException("stuck");
        });
    closing.add(() -> closed.add("door"));

    closing.close();

    assertThat(closed).containsExactly("door", "stack");
  }

  @Test
  void addShouldCloseAtOnceWhenItComesTooLate() {
    closing.close();

    closing.add(() -> closed.add("door"));

    assertThat(closing.begun()).isTrue();
    assertThat(closed).containsExactly("door");
  }
}
