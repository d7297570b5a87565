package org.followthrough.kit.event;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Takes the caller's {@code traceparent} over, so that the events of a request carry it on. */
@ApplicationScoped
class TraceContextFilter {

  void register(@Observes Filters filters) {
    filters.register(TraceContextFilter::take, 9_000);
  }

  private static void take(RoutingContext context) {
    String traceparent = context.request().getHeader("traceparent");
    if (traceparent != null) {
      TraceContext.set(traceparent);
    }
    context.next();
  }
}
