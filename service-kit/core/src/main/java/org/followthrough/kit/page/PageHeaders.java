package org.followthrough.kit.page;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Headers of every page: nothing from elsewhere, nothing kept, not indexed, not framed. */
class PageHeaders {

  private static final String POLICY =
      "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self';"
          + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  @ServerResponseFilter
  public void add(ContainerRequestContext request, ContainerResponseContext response) {
    MultivaluedMap<String, Object> headers = response.getHeaders();
    MediaType type = response.getMediaType();
    if (type != null && type.isCompatible(MediaType.TEXT_HTML_TYPE)) {
      headers.putSingle("Content-Security-Policy", POLICY);
      // Not no-referrer: browsers then send "Origin: null" on our own forms.
      headers.putSingle("Referrer-Policy", "same-origin");
      headers.putSingle("Cache-Control", "no-store");
      headers.putSingle("X-Robots-Tag", "noindex, nofollow");
    }
  }
}
