package org.followthrough.kit.problem;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

/**
 * Passes over an Accept header that cannot be read, as if it had not been sent. Quarkus would
 * answer 500 and log the address, which may hold the token of a link.
 */
@ApplicationScoped
class AcceptGuard {

  void register(@Observes Filters filters) {
    filters.register(AcceptGuard::guard, 9_900);
  }

  private static void guard(RoutingContext context) {
    String accept = context.request().getHeader(HttpHeaders.ACCEPT);
    if (accept != null && !isReadable(accept)) {
      context.request().headers().remove(HttpHeaders.ACCEPT);
    }
    context.next();
  }

  private static boolean isReadable(String accept) {
    try {
      for (String each : accept.split(",")) {
        MediaType.valueOf(each.strip());
      }
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
