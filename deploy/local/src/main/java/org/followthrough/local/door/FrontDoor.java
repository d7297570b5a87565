package org.followthrough.local.door;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import io.vertx.httpproxy.HttpProxy;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.followthrough.local.demo.Demo;
import org.followthrough.local.stack.LocalStack;
import org.followthrough.local.stack.ServiceProcess;
import org.followthrough.local.stack.ServiceSpec;
import org.followthrough.local.stack.StartFailure;

/** One address for everything: our own pages, and each service's paths handed on to it. */
public final class FrontDoor implements AutoCloseable {

  private final Vertx vertx;
  private final HttpServer server;

  private FrontDoor(Vertx vertx, HttpServer server) {
    this.vertx = vertx;
    this.server = server;
  }

  /** Opens the door on the loopback interface. */
  public static FrontDoor open(LocalStack stack, Demo demo, int port) throws StartFailure {
    Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(2).setWorkerPoolSize(4));
    HttpServer server = vertx.createHttpServer(new HttpServerOptions().setHost("127.0.0.1"));
    try {
      server
          .requestHandler(router(vertx, stack, demo))
          .listen(port)
          .toCompletionStage()
          .toCompletableFuture()
          .join();
      return new FrontDoor(vertx, server);
    } catch (CompletionException e) {
      vertx.close();
      throw new StartFailure("The front door cannot open port " + port, e.getCause());
    }
  }

  /** The port it listens on. */
  public int port() {
    return server.actualPort();
  }

  private static Router router(Vertx vertx, LocalStack stack, Demo demo) {
    Router router = Router.router(vertx);
    var pages = new Pages();
    new StoryPages(stack.clock(), stack.secrets(), () -> rooms(stack), stack.inbox(), demo, pages)
        .addTo(router);
    stack.inbox().ifPresent(inbox -> new InboxPages(inbox, pages).addTo(router));
    new DocumentPages(pages).addTo(router);
    HttpClient client =
        vertx.createHttpClient(new HttpClientOptions().setKeepAlive(true).setMaxPoolSize(64));
    for (ServiceSpec spec : ServiceSpec.ALL) {
      ServiceProcess service = stack.service(spec.name());
      HttpProxy proxy = HttpProxy.reverseProxy(client).origin(service.port(), "127.0.0.1");
      spec.documentPatterns().forEach(pattern -> hand(router, pattern, proxy));
      spec.patterns().forEach(pattern -> hand(router, pattern, proxy));
    }
    router.route().last().handler(pages::missing);
    return router;
  }

  private static List<StoryPages.Room> rooms(LocalStack stack) {
    return stack.services().stream()
        .map(service -> new StoryPages.Room(service.name(), service.alive()))
        .toList();
  }

  private static void hand(Router router, String pattern, HttpProxy proxy) {
    router.routeWithRegex(pattern).handler(context -> proxy.handle(context.request()));
  }

  @Override
  public void close() {
    server.close().toCompletionStage().toCompletableFuture().join();
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}
