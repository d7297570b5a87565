package org.followthrough.embedded;

import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;

final class PartText {
  private PartText() {}

  // Read by its charset, not through content handlers: those give text/calendar as a stream, or as
  // nothing.
  static String of(Part part) throws MessagingException, IOException {
    String charset = new ContentType(part.getContentType()).getParameter("charset");
    try (InputStream in = part.getInputStream()) {
      return new String(
          in.readAllBytes(),
          Charset.forName(MimeUtility.javaCharset(charset == null ? "us-ascii" : charset)));
    }
  }
}
