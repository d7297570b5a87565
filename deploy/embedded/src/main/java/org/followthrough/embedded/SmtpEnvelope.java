package org.followthrough.embedded;

import java.util.List;

record SmtpEnvelope(String mailFrom, List<String> recipients) {
  SmtpEnvelope {
    recipients = List.copyOf(recipients);
  }
}
