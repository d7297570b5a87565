package org.followthrough.enrollment.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.followthrough.kit.problem.Problem;

/** Bodies are limited to 2 MB everywhere but at the intake, which sees to it by itself. */
@ApplicationScoped
class RequestLimits {

  private static final long LIMIT = 2 * 1024 * 1024;
  private static final String UNLIMITED = "/v1/hr-events";

  private final byte[] tooLarge;

  RequestLimits(ObjectMapper json) throws JsonProcessingException {
    this.tooLarge =
        json.writeValueAsBytes(
            Problem.of(
                413, "request-entity-too-large", "Request Entity Too Large", "at most 2 MB here"));
  }

  void register(@Observes Filters filters) {
    // After Quarkus' own limit (order -2), which it narrows.
    filters.register(this::limit, 1);
  }

  private void limit(RoutingContext context) {
    if (context.request().path().equals(UNLIMITED)) {
      context.next();
      return;
    }
    String length = context.request().getHeader("Content-Length");
    if (length != null && Long.parseLong(length) > LIMIT) {
      refuse(context);
      return;
    }
    context.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, LIMIT);
    context.next();
  }

  private void refuse(RoutingContext context) {
    context
        .response()
        .setStatusCode(413)
        .putHeader("Content-Type", Problem.MEDIA_TYPE)
        .putHeader("Connection", "close")
        .end(Buffer.buffer(tooLarge));
  }
}
