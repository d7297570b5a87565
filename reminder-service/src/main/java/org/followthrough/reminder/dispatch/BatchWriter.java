package org.followthrough.reminder.dispatch;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.followthrough.kit.event.EventComposer;
import org.followthrough.reminder.envelope.Addressed;
import org.followthrough.reminder.envelope.Envelope;
import org.followthrough.reminder.envelope.EnvelopeGrouping;
import org.followthrough.reminder.mail.Letter;
import org.followthrough.reminder.mail.LetterWriter;
import org.jboss.logging.Logger;

/** Decides what becomes of due touches, and writes the mails of those that go out. */
@Singleton
class BatchWriter {

  private static final Logger LOG = Logger.getLogger(BatchWriter.class);

  private final LetterWriter letters;

  BatchWriter(LetterWriter letters) {
    this.letters = letters;
  }

  /**
   * @param touches in the order in which they came due
   * @param latestStart see {@link org.followthrough.reminder.mail.OutgoingMail}
   */
  WrittenBatch write(List<DueTouch> touches, DispatchMoment moment, long latestStart) {
    List<Withheld> withheld = new ArrayList<>();
    List<Addressed> addressed = decide(touches, moment, withheld);
    List<Posting> postings = new ArrayList<>(addressed.size());
    for (Envelope envelope : EnvelopeGrouping.group(addressed, EventComposer::newId)) {
      try {
        postings.add(post(envelope, latestStart));
      } catch (RuntimeException e) {
        // One mail that cannot be written must not hold up the others. The message may quote it.
        LOG.errorf(
            "envelope of touch %s cannot be written: %s",
            envelope.touches().get(0).item().touchId(), e.getClass().getName());
        envelope.touches().forEach(touch -> withheld.add(Withheld.unwritable(touch)));
      }
    }
    return new WrittenBatch(postings, withheld);
  }

  private Posting post(Envelope envelope, long latestStart) {
    Letter letter = envelope.letter();
    return new Posting(envelope, letters.write(letter, latestStart), letters.messageId(letter));
  }

  private static List<Addressed> decide(
      List<DueTouch> touches, DispatchMoment moment, List<Withheld> withheld) {
    List<Addressed> addressed = new ArrayList<>(touches.size());
    for (DueTouch touch : touches) {
      Instant asOf = moment.of(touch.dueAt());
      Decision decision = DispatchPolicy.decide(touch, asOf);
      if (decision instanceof Decision.Send send) {
        addressed.add(DispatchPolicy.address(touch, send.recipient(), asOf));
      } else {
        withheld.add(Withheld.of(touch, decision));
      }
    }
    Coalescing coalescing = new Coalescing(addressed);
    addressed.stream()
        .filter(coalescing::isOvertaken)
        .map(Withheld::overtaken)
        .forEach(withheld::add);
    return addressed.stream().filter(touch -> !coalescing.isOvertaken(touch)).toList();
  }
}
