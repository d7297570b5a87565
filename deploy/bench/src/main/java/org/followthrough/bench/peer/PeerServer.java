package org.followthrough.bench.peer;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A server that stores what it is sent and does nothing else for it: no key, no check, no event.
 * {@code /events/each} and {@code /clicks/each} take a transaction for each request; {@code
 * .../together} join what comes at the same time, and show what is possible.
 */
public final class PeerServer {

  private record Click(UUID id, String choice) {}

  private record Event(String id, String payload) {}

  private static final int CONNECTIONS = 8;
  private static final int PIPELINED = 16;

  private final AtomicLong sequence = new AtomicLong(System.nanoTime());
  private final SqlClient client;
  private final Together<Event> events;
  private final Together<Click> clicks;

  private PeerServer(Vertx vertx, String database) {
    this.client =
        PgBuilder.client()
            .with(new PoolOptions().setMaxSize(CONNECTIONS))
            .connectingTo(
                PgConnectOptions.fromUri(database)
                    .setCachePreparedStatements(true)
                    .setPipeliningLimit(PIPELINED))
            .using(vertx)
            .build();
    this.events = new Together<>(this::storeEvents);
    this.clicks = new Together<>(this::storeClicks);
  }

  private Future<?> storeEvents(List<Event> batch) {
    return client
        .preparedQuery(PlainTables.STORE_EVENTS)
        .execute(
            Tuple.tuple()
                .addArrayOfString(batch.stream().map(Event::id).toArray(String[]::new))
                .addArrayOfString(batch.stream().map(Event::payload).toArray(String[]::new)));
  }

  private Future<?> storeClicks(List<Click> batch) {
    return client
        .preparedQuery(PlainTables.STORE_CLICKS)
        .execute(
            Tuple.tuple()
                .addArrayOfUUID(batch.stream().map(Click::id).toArray(UUID[]::new))
                .addArrayOfString(batch.stream().map(Click::choice).toArray(String[]::new)));
  }

  private void handle(HttpServerRequest request) {
    request.bodyHandler(
        body -> {
          switch (request.path()) {
            case "/events/each" -> answer(request, storeEvents(List.of(event(body))));
            case "/events/together" -> answer(request, events.add(event(body)));
            case "/clicks/each" -> answer(request, storeClicks(List.of(click(body))));
            case "/clicks/together" -> answer(request, clicks.add(click(body)));
            default -> request.response().end();
          }
        });
  }

  private Event event(Buffer body) {
    // Read, as every server has to.
    String id = new JsonObject(body).getString("id");
    return new Event(id + "-" + sequence.incrementAndGet(), body.toString());
  }

  private Click click(Buffer body) {
    return new Click(new UUID(0, sequence.incrementAndGet()), body.getString(0, 1));
  }

  private static void answer(HttpServerRequest request, Future<?> stored) {
    stored
        .onSuccess(done -> request.response().end())
        .onFailure(
            fault -> {
              System.err.println(fault);
              request.response().setStatusCode(500).end();
            });
  }

  public static void main(String[] arguments) {
    Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    int port = Integer.parseInt(System.getenv("QUARKUS_HTTP_PORT"));
    vertx.runOnContext(
        nothing ->
            vertx
                .createHttpServer()
                .requestHandler(new PeerServer(vertx, System.getenv("BENCH_DATABASE"))::handle)
                .listen(port, "127.0.0.1"));
  }
}
