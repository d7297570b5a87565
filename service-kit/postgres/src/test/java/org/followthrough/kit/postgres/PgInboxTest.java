package org.followthrough.kit.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import java.util.function.Function;
import org.followthrough.kit.stack.Contracts;
import org.followthrough.kit.testing.contract.InboxContract;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PgInboxTest implements InboxContract<SqlClient> {
  private final Pool pool = Contracts.pool();
  private final PgInbox inbox = new PgInbox(pool);

  @BeforeEach
  void empty() {
    pool.query("TRUNCATE inbox_messages").execute().await().atMost(LIMIT);
  }

  @Override
  public PgInbox inbox() {
    return inbox;
  }

  @Override
  public <R> Uni<R> inTransaction(Function<SqlClient, Uni<R>> work) {
    return pool.withTransaction(work::apply);
  }

  @Test
  void sweepShouldTakeOnlyWhatNoTopicKeepsAnyMore() {
    pool.query(
            "INSERT INTO inbox_messages VALUES"
                + " ('a', gen_random_uuid(), now() - interval '41 days'),"
                + " ('a', gen_random_uuid(), now() - interval '39 days'),"
                + " ('a', gen_random_uuid(), now())")
        .execute()
        .await()
        .atMost(LIMIT);

    inbox.sweep().await().atMost(LIMIT);

    assertThat(
            pool.query("SELECT count(*) FROM inbox_messages")
                .execute()
                .map(rows -> rows.iterator().next().getLong(0))
                .await()
                .atMost(LIMIT))
        .isEqualTo(2);
  }
}
