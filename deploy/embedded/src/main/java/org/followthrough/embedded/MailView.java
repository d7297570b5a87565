package org.followthrough.embedded;

import jakarta.mail.Address;
import jakarta.mail.BodyPart;
import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A mail as its reader sees it. Of several parts of one kind the first counts; a part that is
 * missing is "".
 *
 * @param from the first address, decoded
 * @param headers raw values by name; names in any case
 */
public record MailView(
    String subject,
    String from,
    List<String> to,
    Optional<Instant> date,
    String messageId,
    Map<String, List<String>> headers,
    String text,
    String html,
    String calendar) {
  public MailView {
    to = List.copyOf(to);
    Map<String, List<String>> anyCase = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    anyCase.putAll(headers);
    headers = Collections.unmodifiableMap(anyCase);
  }

  public static MailView parse(byte[] mail) throws IOException {
    try {
      return view(
          new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(mail)));
    } catch (MessagingException e) {
      throw new IOException("not a mail", e);
    }
  }

  /** The first header of this name, or "". */
  public String header(String name) {
    return headers.getOrDefault(name, List.of("")).get(0);
  }

  private static MailView view(MimeMessage message) throws MessagingException, IOException {
    Map<String, String> parts = new HashMap<>();
    collect(message, parts);
    return new MailView(
        orEmpty(message.getSubject()),
        addresses(message.getFrom()).stream().findFirst().orElse(""),
        addresses(message.getRecipients(MimeMessage.RecipientType.TO)),
        Optional.ofNullable(message.getSentDate()).map(Date::toInstant),
        orEmpty(message.getMessageID()),
        headers(message),
        parts.getOrDefault("text/plain", ""),
        parts.getOrDefault("text/html", ""),
        parts.getOrDefault("text/calendar", ""));
  }

  private static String orEmpty(String value) {
    return value == null ? "" : value;
  }

  private static List<String> addresses(Address[] addresses) {
    return addresses == null ? List.of() : Stream.of(addresses).map(MailView::readable).toList();
  }

  private static String readable(Address address) {
    if (address instanceof InternetAddress internet) {
      String name = internet.getPersonal();
      return name == null ? internet.getAddress() : name + " <" + internet.getAddress() + ">";
    }
    return address.toString();
  }

  private static Map<String, List<String>> headers(MimeMessage message) throws MessagingException {
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (Header header : Collections.list(message.getAllHeaders())) {
      headers.computeIfAbsent(header.getName(), name -> new ArrayList<>()).add(header.getValue());
    }
    return headers;
  }

  private static void collect(Part part, Map<String, String> found)
      throws MessagingException, IOException {
    if (part.isMimeType("multipart/*")) {
      Multipart children = (Multipart) part.getContent();
      for (int i = 0; i < children.getCount(); i++) {
        BodyPart child = children.getBodyPart(i);
        collect(child, found);
      }
      return;
    }
    for (String type : List.of("text/plain", "text/html", "text/calendar")) {
      if (part.isMimeType(type)) {
        found.putIfAbsent(type, PartText.of(part));
      }
    }
  }
}
