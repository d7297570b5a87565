package org.followthrough.kit.testing.contract;

import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.util.List;
import org.followthrough.kit.outbox.OutboxStore;
import org.followthrough.kit.outbox.PendingEvent;
import org.followthrough.kit.testing.InMemoryOutbox;

class InMemoryOutboxTest implements OutboxContract {
  private final InMemoryOutbox outbox = new InMemoryOutbox(Clock.systemUTC());

  @Override
  public OutboxStore store() {
    return outbox;
  }

  @Override
  public Uni<Void> commit(List<PendingEvent> events) {
    return Uni.createFrom().item(events).invoke(outbox::append).replaceWithVoid();
  }

  @Override
  public Uni<Void> failToCommit(List<PendingEvent> events) {
    return Uni.createFrom().failure(new IllegalStateException("no commit"));
  }
}
