package org.followthrough.reminder.envelope;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.followthrough.reminder.mail.Letter;
import org.followthrough.reminder.mail.Recipient;

/** One mail to be: one or more touches to one person in one send window. */
public record Envelope(UUID envelopeId, String window, List<Addressed> touches) {

  public Envelope {
    touches = List.copyOf(touches);
  }

  public Recipient recipient() {
    return touches.get(0).recipient();
  }

  public UUID organizationId() {
    return touches.get(0).organizationId();
  }

  public Instant moment() {
    return touches.stream().map(Addressed::moment).max(Comparator.naturalOrder()).orElseThrow();
  }

  public Instant staleAfter() {
    return touches.stream().map(Addressed::staleAfter).min(Comparator.naturalOrder()).orElseThrow();
  }

  /** The mail goes twice only if each of its touches may. */
  public boolean isResendable() {
    return touches.stream().allMatch(Addressed::resendable);
  }

  public int attempts() {
    return touches.stream().mapToInt(Addressed::attempts).max().orElseThrow();
  }

  public Letter letter() {
    return new Letter(
        envelopeId, recipient(), moment(), touches.stream().map(Addressed::item).toList());
  }
}
