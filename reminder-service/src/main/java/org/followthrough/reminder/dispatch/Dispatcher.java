package org.followthrough.reminder.dispatch;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.followthrough.kit.event.EventComposer;
import org.followthrough.reminder.envelope.Addressed;
import org.followthrough.reminder.envelope.Envelope;
import org.followthrough.reminder.envelope.EnvelopeGrouping;
import org.followthrough.reminder.mail.Letter;
import org.followthrough.reminder.mail.LetterWriter;
import org.followthrough.reminder.mail.MailSettings;
import org.followthrough.reminder.mail.MailTransport;
import org.jboss.logging.Logger;

/** One batch of due touches: claim, decide, write, commit, send. Blocks; has threads of its own. */
@Singleton
class Dispatcher {

  private static final Logger LOG = Logger.getLogger(Dispatcher.class);
  private static final Duration STATEMENT_LIMIT = Duration.ofSeconds(60);

  private final TouchClaims claims;
  private final EnvelopeCommits commits;
  private final Resends resends;
  private final LetterWriter writer;
  private final MailTransport transport;
  private final ResultRecorder recorder;
  private final DispatchMetrics metrics;
  private final DispatchSettings settings;
  private final Duration slowestTransmission;

  Dispatcher(
      TouchClaims claims,
      EnvelopeCommits commits,
      Resends resends,
      LetterWriter writer,
      MailTransport transport,
      ResultRecorder recorder,
      DispatchMetrics metrics,
      DispatchSettings settings,
      MailSettings mail) {
    this.claims = claims;
    this.commits = commits;
    this.resends = resends;
    this.writer = writer;
    this.transport = transport;
    this.recorder = recorder;
    this.metrics = metrics;
    this.settings = settings;
    this.slowestTransmission = slowest(mail);
    if (slowestTransmission.compareTo(settings.lease()) >= 0) {
      throw new IllegalArgumentException(
          "reminder.dispatch.lease must be longer than " + slowestTransmission);
    }
  }

  /** Connecting, five answers on a stale and then on a new connection, and the final dot. */
  private static Duration slowest(MailSettings mail) {
    return mail.connectTimeout()
        .plus(mail.commandTimeout().multipliedBy(10))
        .plus(mail.finalDotTimeout());
  }

  /** What was claimed of what came due. */
  record Batch(int touches, Instant latestDue) {}

  /** Dispatches one batch of what is due at or after {@code from}. */
  Batch dispatch(Instant from, DispatchMoment moment, int limit) {
    UUID token = EventComposer.newId();
    long latestStart = latestStart();
    List<DueTouch> touches =
        claims
            .claim(from, moment.now(), limit, token, settings.lease())
            .await()
            .atMost(STATEMENT_LIMIT);
    if (touches.isEmpty()) {
      return new Batch(0, from);
    }
    List<Withheld> withheld = new ArrayList<>();
    List<Posting> postings = write(decide(touches, moment, withheld), withheld, latestStart);
    Set<UUID> posted =
        commits.commit(token, postings, withheld, settings.lease()).await().atMost(STATEMENT_LIMIT);
    metrics.withheld(withheld);
    postings.stream()
        .filter(posting -> posted.contains(posting.envelope().envelopeId()))
        .forEach(posting -> send(inFlight(token, posting)));
    // Touches that came along for the same people may be younger than those that still wait.
    int last = Math.min(limit, touches.size()) - 1;
    return new Batch(touches.size(), touches.get(last).dueAt());
  }

  /** Finds what crashed instances left behind, and sends again what wants to be sent again. */
  void recover(Instant now) {
    int planned = claims.recover().await().atMost(STATEMENT_LIMIT);
    int doubtful = resends.recover(now).await().atMost(STATEMENT_LIMIT);
    if (planned + doubtful > 0) {
      LOG.infof("after a crash: %d touches claimed anew, %d in doubt", planned, doubtful);
    }
    UUID token = EventComposer.newId();
    long latestStart = latestStart();
    resends
        .claim(now, settings.batch(), token, settings.lease(), latestStart)
        .await()
        .atMost(STATEMENT_LIMIT)
        .forEach(this::send);
  }

  /** Lets mails under way end, gives back those that wait, and writes all of it down. */
  void stop() throws InterruptedException {
    transport.close();
    recorder.stop();
  }

  private long latestStart() {
    return System.nanoTime() + settings.lease().minus(slowestTransmission).toNanos();
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
    return addressed;
  }

  private List<Posting> write(
      List<Addressed> addressed, List<Withheld> withheld, long latestStart) {
    List<Posting> postings = new ArrayList<>();
    for (Envelope envelope : EnvelopeGrouping.group(addressed, EventComposer::newId)) {
      try {
        Letter letter = envelope.letter();
        postings.add(
            new Posting(envelope, writer.write(letter, latestStart), writer.messageId(letter)));
      } catch (RuntimeException e) {
        // One mail that cannot be written must not hold up the others. The message may quote it.
        LOG.errorf(
            "envelope of touch %s cannot be written: %s",
            envelope.touches().get(0).item().touchId(), e.getClass().getName());
        envelope.touches().forEach(touch -> withheld.add(Withheld.unwritable(touch)));
      }
    }
    return postings;
  }

  private static InFlight inFlight(UUID token, Posting posting) {
    Envelope envelope = posting.envelope();
    return new InFlight(
        token,
        posting.mail(),
        envelope.moment(),
        envelope.recipient().zone(),
        envelope.attempts(),
        envelope.isResendable(),
        false);
  }

  private void send(InFlight mail) {
    recorder.expect();
    transport.send(mail.mail()).thenAccept(verdict -> recorder.record(mail, verdict));
  }
}
