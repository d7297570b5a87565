package org.followthrough.kit.stack;

import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.flywaydb.core.Flyway;

/** One Kafka and one PostgreSQL for the tests without Quarkus; they live as long as the JVM. */
public final class Contracts {
  private static final String DATABASE = "contracts";
  private static Servers servers;
  private static Pool pool;

  private Contracts() {}

  public static synchronized Servers servers() {
    if (servers == null) {
      try {
        servers = Servers.start(DATABASE);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      Runtime.getRuntime().addShutdownHook(new Thread(Contracts::stop, "stop-servers"));
      migrate();
    }
    return servers;
  }

  private static void migrate() {
    Flyway.configure()
        .dataSource(
            "jdbc:" + servers.postgres("FOLLOWTHROUGH_POSTGRES_URL") + "/" + DATABASE,
            servers.postgres("FOLLOWTHROUGH_POSTGRES_USER"),
            servers.postgres("FOLLOWTHROUGH_POSTGRES_PASSWORD"))
        .locations("db/kit")
        .load()
        .migrate();
  }

  /** A pool with the kit's tables; to be shared. */
  public static synchronized Pool pool() {
    if (pool == null) {
      pool = newPool();
    }
    return pool;
  }

  /** Another pool on the same database, as another instance of a service would have. */
  public static Pool newPool() {
    return newPool(new PoolOptions().setMaxSize(12));
  }

  public static synchronized Pool newPool(PoolOptions poolOptions) {
    String uri = servers().postgres("FOLLOWTHROUGH_POSTGRES_URL") + "/" + DATABASE;
    PgConnectOptions options =
        PgConnectOptions.fromUri(uri)
            .setUser(servers.postgres("FOLLOWTHROUGH_POSTGRES_USER"))
            .setPassword(servers.postgres("FOLLOWTHROUGH_POSTGRES_PASSWORD"));
    return Pool.newInstance(
        PgBuilder.pool().using(Vertx.vertx()).connectingTo(options).with(poolOptions).build());
  }

  private static void stop() {
    try {
      servers.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
