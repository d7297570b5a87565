package org.followthrough.kit.testing.contract;

import java.time.Clock;
import org.followthrough.kit.deadletter.DeadLetters;
import org.followthrough.kit.testing.InMemoryDeadLetters;

class InMemoryDeadLettersTest implements DeadLettersContract {
  private final InMemoryDeadLetters letters = new InMemoryDeadLetters(Clock.systemUTC());

  @Override
  public DeadLetters letters() {
    return letters;
  }
}
