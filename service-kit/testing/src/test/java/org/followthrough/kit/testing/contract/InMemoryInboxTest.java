package org.followthrough.kit.testing.contract;

import io.smallrye.mutiny.Uni;
import java.util.function.Function;
import org.followthrough.kit.testing.InMemoryInbox;

class InMemoryInboxTest implements InboxContract<InMemoryInbox.Transaction> {
  private final InMemoryInbox inbox = new InMemoryInbox();

  @Override
  public InMemoryInbox inbox() {
    return inbox;
  }

  @Override
  public <R> Uni<R> inTransaction(Function<InMemoryInbox.Transaction, Uni<R>> work) {
    return inbox.inTransaction(work);
  }
}
