package org.followthrough.embedded;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

record SmtpEnvelope(String mailFrom, List<String> recipients) {
  SmtpEnvelope {
    recipients = List.copyOf(recipients);
  }

  StoredMail stored(long sequence, Instant receivedAt, String messageId, String sha256, Path file) {
    return new StoredMail(sequence, receivedAt, messageId, mailFrom, recipients, sha256, file);
  }
}
