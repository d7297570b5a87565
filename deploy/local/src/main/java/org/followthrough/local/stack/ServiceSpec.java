package org.followthrough.local.stack;

import java.util.List;

/**
 * One service of the stack.
 *
 * @param name as its module and its application are called
 * @param patterns path patterns (regular expressions) it owns at the front door
 */
public record ServiceSpec(String name, List<String> patterns) {

  /** All five, in starting order. The first pattern that matches a path decides. */
  public static final List<ServiceSpec> ALL =
      List.of(
          new ServiceSpec(
              "reminder-service",
              List.of(
                  "/v1/people/[^/]+/touches.*",
                  "/v1/cadences.*",
                  "/v1/journeys.*",
                  "/preferences/.*",
                  "/unsubscribe/.*",
                  "/why/.*",
                  "/calendar/.*")),
          new ServiceSpec("booster-service", List.of("/v1/courses/[^/]+/questions.*", "/q/.*")),
          new ServiceSpec("actionplan-service", List.of("/v1/plans.*", "/plan/.*", "/talk/.*")),
          new ServiceSpec(
              "evaluation-service", List.of("/v1/outcomes.*", "/eval/.*", "/console.*")),
          new ServiceSpec("enrollment-service", List.of("/v1/.*", "/assets/.*")));

  /** Addresses of this service's own documents, and of the assets that bear its name. */
  public List<String> documentPatterns() {
    String assets = "/assets/" + name.replace("-service", "") + "[^/]*";
    return List.of("/openapi/" + name + ".*", "/docs/" + name + ".*", assets);
  }
}
