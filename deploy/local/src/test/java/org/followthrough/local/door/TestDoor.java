package org.followthrough.local.door;

import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;

/** Serves some of the door's pages on a free port. */
final class TestDoor {

  private TestDoor() {}

  /** Opens it; closed with Vert.x. Answers with its address. */
  static String open(Vertx vertx, Router router) {
    int port =
        vertx
            .createHttpServer()
            .requestHandler(router)
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .join()
            .actualPort();
    return "http://127.0.0.1:" + port;
  }
}
