package org.followthrough.embedded;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.h2.mvstore.MVStore;

/** A stand-in for MongoDB in this JVM: no transactions, no TTL, no change streams. */
public final class EmbeddedMongo implements StackPart {
  private static final System.Logger LOG = System.getLogger(EmbeddedMongo.class.getName());
  private static final int CACHE_MEGABYTES = 8;
  // What a kill -9 can lose: writes of the last moment that the store still holds in memory.
  private static final int COMMIT_DELAY_MILLIS = 50;

  private final Path directory;
  private final int port;
  private MongoServer server;

  /**
   * @param port 0 for a free one
   */
  public EmbeddedMongo(Path directory, int port) {
    this.directory = directory.toAbsolutePath();
    this.port = Ports.orFree(port);
  }

  @Override
  public synchronized void start() throws Exception {
    Files.createDirectories(directory);
    MVStore store =
        new MVStore.Builder()
            .fileName(directory.resolve("documents.mv").toString())
            .cacheSize(CACHE_MEGABYTES)
            .open();
    store.setAutoCommitDelay(COMMIT_DELAY_MILLIS);
    MongoServer starting = new MongoServer(new H2Backend(store));
    starting.bind("127.0.0.1", port);
    server = starting;
    LOG.log(System.Logger.Level.INFO, "mongo stand-in on {0}", connectionString());
  }

  public String connectionString() {
    return "mongodb://127.0.0.1:" + port;
  }

  public int port() {
    return port;
  }

  @Override
  public Map<String, String> properties() {
    return Map.of("QUARKUS_MONGODB_CONNECTION_STRING", connectionString());
  }

  @Override
  public synchronized void close() {
    if (server != null) {
      server.shutdownNow();
      server = null;
    }
  }
}
