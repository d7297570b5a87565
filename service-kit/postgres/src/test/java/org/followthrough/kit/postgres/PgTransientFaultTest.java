package org.followthrough.kit.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.sqlclient.PoolOptions;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.followthrough.kit.stack.Contracts;
import org.junit.jupiter.api.Test;

class PgTransientFaultTest {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private final PgTransientFault faults = new PgTransientFault();

  @Test
  void poolWithoutAFreeConnectionShouldPass() {
    Pool pool =
        Contracts.newPool(
            new PoolOptions()
                .setMaxSize(1)
                .setConnectionTimeout(50)
                .setConnectionTimeoutUnit(TimeUnit.MILLISECONDS));
    SqlConnection only = firstOf(pool);

    Throwable fault = fault(pool.withTransaction(second -> Uni.createFrom().voidItem()));

    assertThat(faults.isTransient(fault)).isTrue();
    assertThat(faults.isPermanent(fault)).isFalse();
    only.close().await().atMost(LIMIT);
    pool.close().await().atMost(LIMIT);
  }

  // To connect may take longer than this pool waits.
  private static SqlConnection firstOf(Pool pool) {
    return pool.getConnection().onFailure().retry().atMost(1_000).await().atMost(LIMIT);
  }

  @Test
  void faultOfTheStatementShouldNotPass() {
    Throwable syntax = fault(Contracts.pool().query("SELEC 1").execute());
    Throwable value = fault(Contracts.pool().query("SELECT 1/0").execute());

    assertThat(faults.isTransient(syntax)).isFalse();
    assertThat(faults.isTransient(value)).isFalse();
    assertThat(faults.isPermanent(value)).isTrue();
    assertThat(faults.code(value)).contains("22012");
  }

  private static Throwable fault(Uni<?> work) {
    AtomicReference<Throwable> fault = new AtomicReference<>();
    work.onFailure().invoke(fault::set).onFailure().recoverWithNull().await().atMost(LIMIT);
    return fault.get();
  }
}
