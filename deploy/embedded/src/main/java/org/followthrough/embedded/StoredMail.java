package org.followthrough.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * One accepted mail.
 *
 * @param sequence 1 for the first mail of a directory, without gaps
 * @param messageId as in the mail's header, "" when it has none
 * @param mailFrom the envelope's sender, "" for the null sender
 * @param recipients the envelope's recipients
 * @param sha256 of the bytes in the file
 */
public record StoredMail(
    long sequence,
    Instant receivedAt,
    String messageId,
    String mailFrom,
    List<String> recipients,
    String sha256,
    Path file) {
  public StoredMail {
    recipients = List.copyOf(recipients);
  }

  public byte[] bytes() throws IOException {
    return Files.readAllBytes(file);
  }

  public MailView view() throws IOException {
    return MailView.parse(bytes());
  }
}
