package org.followthrough.kit.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Answers with a problem where a request is refused before it reaches a resource: too large a body,
 * a path that cannot be decoded.
 */
@ApplicationScoped
class RouteFailures {

  private final ObjectMapper mapper;

  RouteFailures(ObjectMapper mapper) {
    this.mapper = mapper;
  }

  void register(@Observes Router router) {
    router.route().order(Integer.MIN_VALUE).failureHandler(this::answer);
  }

  private void answer(RoutingContext context) {
    if (isOurs(context)) {
      send(context, context.statusCode());
    } else {
      context.next();
    }
  }

  private void send(RoutingContext context, int status) {
    HttpServerResponse response = context.response();
    if (!response.headWritten()) {
      response
          .setStatusCode(status)
          .putHeader("content-type", Problem.MEDIA_TYPE)
          .end(json(Problem.ofStatus(status)));
    }
  }

  // Everything else, such as a refused login, has its own handler.
  private static boolean isOurs(RoutingContext context) {
    Throwable failure = context.failure();
    boolean plain = failure == null || failure instanceof HttpException;
    return plain
        && !context.response().headWritten()
        && context.statusCode() >= 400
        && context.statusCode() < 500;
  }

  private String json(Problem problem) {
    try {
      return mapper.writeValueAsString(problem);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a problem is always writable", e);
    }
  }
}
