package org.followthrough.kit.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Refuses an announced body that is over {@code quarkus.http.limits.max-body-size} with a problem
 * document; Quarkus, whose turn comes later, would send an empty 413. {@link ChunkedBodyLimit} does
 * the same for bodies of no announced length.
 */
@ApplicationScoped
class BodyLimit {

  private static final long LINGER_MILLIS = 2_000;

  private final long limit;
  private final String answer;

  BodyLimit(
      @ConfigProperty(name = "quarkus.http.limits.max-body-size") Optional<MemorySize> limit,
      ObjectMapper mapper)
      throws JsonProcessingException {
    this.limit = limit.map(MemorySize::asLongValue).orElse(Long.MAX_VALUE);
    this.answer = mapper.writeValueAsString(Problem.ofStatus(413));
  }

  long bytes() {
    return limit;
  }

  void register(@Observes Filters filters) {
    filters.register(this::check, 9_500);
  }

  private void check(RoutingContext context) {
    if (announced(context) <= limit) {
      context.next();
      return;
    }
    linger(context);
    context
        .response()
        .setStatusCode(413)
        .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
        .putHeader(HttpHeaders.CONNECTION, "close")
        .end(answer);
  }

  /**
   * Takes what is still on its way for a moment and drops it, so that the client gets to read the
   * answer, and then closes the connection.
   */
  static void linger(RoutingContext context) {
    context.vertx().getOrCreateContext().runOnContext(ignored -> drop(context));
  }

  private static void drop(RoutingContext context) {
    HttpServerRequest request = context.request();
    if (!request.isEnded()) {
      request.handler(dropped -> {}).resume();
      context.vertx().setTimer(LINGER_MILLIS, timer -> request.connection().close());
    }
  }

  private static long announced(RoutingContext context) {
    String length = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
    return length == null || !length.matches("\\d{1,18}") ? -1 : Long.parseLong(length);
  }
}
