package org.followthrough.reminder.dispatch;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
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
  // Tokens of batches whose claim or commit failed: perhaps it is in the database all the same,
  // but nothing of it was sent. Known to the dispatching thread only.
  private final Set<UUID> unsure = new HashSet<>();

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
    List<DueTouch> touches;
    List<Posting> posted;
    try {
      touches = await(claims.claim(from, moment.now(), limit, token, settings.lease()));
      posted = touches.isEmpty() ? List.of() : post(token, touches, moment, latestStart);
    } catch (RuntimeException e) {
      unsure.add(token);
      throw e;
    }
    posted.forEach(posting -> send(inFlight(token, posting)));
    // Touches that came along for the same people may be younger than those that still wait.
    int last = Math.min(limit, touches.size()) - 1;
    return new Batch(touches.size(), last < 0 ? from : touches.get(last).dueAt());
  }

  /** Decides, writes and commits; answers with what may be sent. */
  private List<Posting> post(
      UUID token, List<DueTouch> touches, DispatchMoment moment, long latestStart) {
    List<Withheld> withheld = new ArrayList<>();
    List<Posting> postings = write(decide(touches, moment, withheld), withheld, latestStart);
    Set<UUID> posted = await(commits.commit(token, postings, withheld, settings.lease()));
    metrics.withheld(withheld);
    return postings.stream()
        .filter(posting -> posted.contains(posting.envelope().envelopeId()))
        .toList();
  }

  private static <T> T await(Uni<T> statement) {
    return statement.await().atMost(STATEMENT_LIMIT);
  }

  /** Finds what crashed instances left behind, and sends again what wants to be sent again. */
  void recover(Instant now) {
    if (!unsure.isEmpty()) {
      // The claims first: that waits for a commit still under way, of which there is no second.
      int untouched = await(claims.release(unsure)) + await(commits.takeBack(unsure));
      unsure.clear();
      LOG.infof("after a failure of the database: %d touches given back", untouched);
    }
    int planned = await(claims.recover());
    int doubtful = await(resends.recover(now));
    if (planned + doubtful > 0) {
      LOG.infof("after a crash: %d touches claimed anew, %d in doubt", planned, doubtful);
    }
    UUID token = EventComposer.newId();
    long latestStart = latestStart();
    await(resends.claim(now, settings.batch(), token, settings.lease(), latestStart))
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
    Coalescing coalescing = new Coalescing(addressed);
    addressed.stream()
        .filter(coalescing::isOvertaken)
        .map(Withheld::overtaken)
        .forEach(withheld::add);
    return addressed.stream().filter(touch -> !coalescing.isOvertaken(touch)).toList();
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
