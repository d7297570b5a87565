package org.followthrough.local.door;

import io.vertx.ext.web.Router;
import java.util.List;
import java.util.Map;

/** The index of the API documents, and what each problem type means. */
final class DocumentPages {

  /** A service's own documents, and what one finds there. */
  record Room(String name, String what) {}

  private static final List<Room> ROOMS =
      List.of(
          new Room("enrollment-service", "HR events in; people, courses, enrollments, API keys"),
          new Room("booster-service", "A course’s questions, one by one or imported"),
          new Room(
              "reminder-service", "Cadences, their dry run, and why somebody got a mail or not"),
          new Room("actionplan-service", "Action plans, talks and how they go"),
          new Room("evaluation-service", "What came of a course"));

  private final Pages pages;

  DocumentPages(Pages pages) {
    this.pages = pages;
  }

  void addTo(Router router) {
    Pages.matching(router, "/(docs|openapi)/?")
        .handler(context -> pages.send(context, "documents", Map.of("rooms", ROOMS)));
    Pages.at(router, "/docs/problems")
        .handler(context -> pages.send(context, "problems", Map.of()));
  }
}
