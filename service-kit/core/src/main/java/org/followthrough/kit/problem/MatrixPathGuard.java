package org.followthrough.kit.problem;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Answers 400 to any path with a semicolon: in Quarkus 3.34.1 a matrix parameter slips past
 * path-based policies (CVE-2026-39852), and none of our addresses has one.
 */
@ApplicationScoped
class MatrixPathGuard {

  private static final String BODY =
      "{\"type\":\"/docs/problems#bad-request\",\"title\":\"Bad request\",\"status\":400,"
          + "\"detail\":\"paths here have no semicolon\"}";

  void register(@Observes Filters filters) {
    filters.register(MatrixPathGuard::guard, 10_000);
  }

  private static void guard(RoutingContext context) {
    String path = context.request().path();
    if (path != null && (path.indexOf(';') >= 0 || path.contains("%3b") || path.contains("%3B"))) {
      context.response().setStatusCode(400).putHeader("content-type", Problem.MEDIA_TYPE).end(BODY);
      return;
    }
    context.next();
  }
}
