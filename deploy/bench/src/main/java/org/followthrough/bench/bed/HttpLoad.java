package org.followthrough.bench.bed;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.NetSocket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Requests over kept connections, each connection one at a time, all from one event loop. It reads
 * no more of an answer than it must: the client shares the machine with what it measures.
 */
public final class HttpLoad implements AutoCloseable {

  private static final long LIMIT_SECONDS = 180;

  private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
  private final NetClient client =
      vertx.createNetClient(new NetClientOptions().setTcpNoDelay(true));

  /** What one connection has to know of all. */
  interface Exchange {
    /** The number of the next request, or -1. */
    int next();

    Buffer request(int number);

    void answered(int number, long nanos, Buffer body);

    void failed(Throwable fault);
  }

  /** The bytes of a request. */
  public static Buffer request(
      String method, String path, Map<String, String> headers, String body) {
    StringBuilder head = new StringBuilder(method + " " + path + " HTTP/1.1\r\nHost: bench\r\n");
    headers.forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    if (!method.equals("GET")) {
      head.append("Content-Length: " + bytes.length + "\r\n");
    }
    return Buffer.buffer(head.append("\r\n").toString()).appendBytes(bytes);
  }

  /** Sends all; answers with the pace. */
  public Pace run(int port, int connections, List<Buffer> requests) throws Exception {
    return run(port, connections, requests, new ArrayList<>());
  }

  /**
   * Sends all and keeps the bodies of the answers, in the order of the requests.
   *
   * @throws Exception where an answer is no success, naming its status and what it says
   */
  public Pace run(int port, int connections, List<Buffer> requests, List<Buffer> bodies)
      throws Exception {
    var load = new Load(requests, bodies);
    List<NetSocket> sockets = connect(port, connections);
    long begin = System.nanoTime();
    vertx.runOnContext(
        nothing -> sockets.forEach(socket -> new HttpConversation(socket, load).begin()));
    load.done.get(LIMIT_SECONDS, TimeUnit.SECONDS);
    long took = System.nanoTime() - begin;
    sockets.forEach(NetSocket::close);
    return Pace.of(took, load.latencies);
  }

  private List<NetSocket> connect(int port, int connections) throws Exception {
    List<NetSocket> sockets = new ArrayList<>();
    for (int i = 0; i < connections; i++) {
      sockets.add(
          client.connect(port, "127.0.0.1").toCompletionStage().toCompletableFuture().get());
    }
    return sockets;
  }

  /** Used on the event loop alone. */
  private static final class Load implements Exchange {
    private final List<Buffer> requests;
    private final List<Buffer> bodies;
    private final long[] latencies;
    private final CompletableFuture<Void> done = new CompletableFuture<>();
    private int next;
    private int open;

    Load(List<Buffer> requests, List<Buffer> bodies) {
      this.requests = requests;
      this.bodies = bodies;
      this.latencies = new long[requests.size()];
      this.open = requests.size();
      requests.forEach(request -> bodies.add(null));
    }

    @Override
    public int next() {
      return next < requests.size() ? next++ : -1;
    }

    @Override
    public Buffer request(int number) {
      return requests.get(number);
    }

    @Override
    public void answered(int number, long nanos, Buffer body) {
      latencies[number] = nanos;
      bodies.set(number, body);
      open--;
      if (open == 0) {
        done.complete(null);
      }
    }

    @Override
    public void failed(Throwable fault) {
      done.completeExceptionally(fault);
    }
  }

  @Override
  public void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}
