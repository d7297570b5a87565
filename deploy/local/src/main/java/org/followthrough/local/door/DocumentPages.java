package org.followthrough.local.door;

import io.vertx.ext.web.Router;
import java.util.List;
import java.util.Map;
import org.followthrough.local.stack.ServiceSpec;

/** The index of the API documents, and what each problem type means. */
final class DocumentPages {

  private final Pages pages;

  DocumentPages(Pages pages) {
    this.pages = pages;
  }

  void addTo(Router router) {
    List<String> services = ServiceSpec.ALL.stream().map(ServiceSpec::name).sorted().toList();
    Pages.matching(router, "/(docs|openapi)/?")
        .handler(context -> pages.send(context, "documents", Map.of("services", services)));
    Pages.at(router, "/docs/problems")
        .handler(context -> pages.send(context, "problems", Map.of()));
  }
}
