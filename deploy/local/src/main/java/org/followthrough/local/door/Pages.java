package org.followthrough.local.door;

import io.quarkus.qute.Engine;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.Variant;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The door's own pages: escaped Qute templates, same headers as the pages of the services. */
final class Pages {

  private static final String POLICY =
      "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self';"
          + " frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  private final Engine engine =
      Engine.builder()
          .addDefaults()
          .addValueResolver(new ReflectionValueResolver())
          .addResultMapper(new HtmlEscaper(List.of(Variant.TEXT_HTML)))
          .addLocator(Pages::locate)
          .build();

  /** A page at this path: for HEAD too, which differs only in having no body. */
  static Route at(Router router, String path) {
    return router.route(path).method(HttpMethod.GET).method(HttpMethod.HEAD);
  }

  static Route matching(Router router, String pattern) {
    return router.routeWithRegex(pattern).method(HttpMethod.GET).method(HttpMethod.HEAD);
  }

  String render(String template, Map<String, Object> values) {
    var instance = engine.getTemplate(template + ".html").instance();
    values.forEach(instance::data);
    return instance.render();
  }

  void send(RoutingContext context, String template, Map<String, Object> values) {
    context
        .response()
        .putHeader("Content-Type", "text/html; charset=UTF-8")
        .putHeader("Content-Security-Policy", POLICY)
        .putHeader("Referrer-Policy", "same-origin")
        .putHeader("X-Content-Type-Options", "nosniff")
        .putHeader("Cache-Control", "no-store");
    end(context, Buffer.buffer(render(template, values)));
  }

  void missing(RoutingContext context) {
    context.response().setStatusCode(404);
    send(context, "missing", Map.of());
  }

  /** Ends the answer; one to HEAD tells how long the body would be. */
  static void end(RoutingContext context, Buffer body) {
    if (context.request().method().equals(HttpMethod.HEAD)) {
      context.response().putHeader("Content-Length", Integer.toString(body.length())).end();
    } else {
      context.response().end(body);
    }
  }

  /** A text file that ships with the door. */
  static String resource(String path) {
    try (InputStream stream = Pages.class.getResourceAsStream(path)) {
      if (stream == null) {
        throw new IllegalStateException("missing resource " + path);
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<io.quarkus.qute.TemplateLocator.TemplateLocation> locate(String id) {
    String content = resource("/templates/" + id);
    return Optional.of(
        new io.quarkus.qute.TemplateLocator.TemplateLocation() {
          @Override
          public java.io.Reader read() {
            return new java.io.StringReader(content);
          }

          @Override
          public Optional<Variant> getVariant() {
            return Optional.of(Variant.forContentType(Variant.TEXT_HTML));
          }
        });
  }
}
