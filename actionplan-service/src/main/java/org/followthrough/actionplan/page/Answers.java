package org.followthrough.actionplan.page;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** How pages answer. */
final class Answers {

  private static final String HTML = MediaType.TEXT_HTML + ";charset=UTF-8";

  private Answers() {}

  static Uni<Response> page(int status, String lang, TemplateInstance template) {
    return template
        .setLocale(lang)
        .createUni()
        .map(html -> Response.status(status).type(HTML).entity(html).build());
  }

  static Uni<Response> page(String lang, TemplateInstance template) {
    return page(200, lang, template);
  }

  // Raw, because Response.location would make it absolute with a host the reader may not reach.
  static Response seeOther(String path) {
    return Response.status(303).header("Location", path).build();
  }
}
