package org.followthrough.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PortsTest {

  @Test
  void freeShouldNotGiveAPortTwiceThatNobodyListensAtYet() {
    assertThat(Stream.generate(Ports::free).limit(1_000)).doesNotHaveDuplicates();
  }
}
