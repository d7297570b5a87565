package org.followthrough.reminder.dispatch;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.followthrough.kit.event.EventComposer;
import org.followthrough.reminder.envelope.Envelope;
import org.followthrough.reminder.mail.MailSettings;
import org.followthrough.reminder.mail.MailTransport;
import org.jboss.logging.Logger;

/** Batches of due touches: claim, decide, write, commit, send. Blocks; has threads of its own. */
@Singleton
class Dispatcher {

  private static final Logger LOG = Logger.getLogger(Dispatcher.class);
  private static final Duration STATEMENT_LIMIT = Duration.ofSeconds(60);

  private final TouchClaims claims;
  private final EnvelopeCommits commits;
  private final Resends resends;
  private final BatchWriter writer;
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
      BatchWriter writer,
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
  record Batch(int touches, Instant latestDue) {

    static Batch of(Look look, List<DueTouch> touches) {
      // Touches that came along for the same people may be younger than those that still wait.
      int last = Math.min(look.limit(), touches.size()) - 1;
      return new Batch(touches.size(), last < 0 ? look.from() : touches.get(last).dueAt());
    }
  }

  /** A batch on its way from the claim to the relay. */
  private final class Passage {
    private final Look look;
    private final UUID token = EventComposer.newId();
    private final long latestStart = latestStart();
    private final CompletableFuture<List<DueTouch>> claimed;
    private WrittenBatch written;
    private CompletableFuture<Set<UUID>> committed;

    Passage(Look look) {
      this.look = look;
      claimed =
          claims
              .claim(look.from(), look.moment().now(), look.limit(), token, settings.lease())
              .subscribeAsCompletionStage();
    }

    void write(List<DueTouch> touches) {
      written = writer.write(touches, look.moment(), latestStart);
    }

    void commit() {
      boolean empty = written.postings().isEmpty() && written.withheld().isEmpty();
      committed =
          empty
              ? CompletableFuture.completedFuture(Set.of())
              : commits
                  .commit(token, written.postings(), written.withheld(), settings.lease())
                  .subscribeAsCompletionStage();
    }

    /** What the commit allows to be sent: nothing leaves before. */
    List<Handover> posted() {
      Set<UUID> posted = await(committed);
      metrics.withheld(written.withheld());
      return written.postings().stream()
          .filter(posting -> posted.contains(posting.envelope().envelopeId()))
          .map(posting -> new Handover(posting.mail(), inFlight(token, posting)))
          .toList();
    }
  }

  /** Dispatches one batch of what is due. */
  Batch dispatch(Look look) {
    return dispatch(look, full -> Optional.empty());
  }

  /**
   * Dispatches batch after batch in their order. While one is written, the next is being claimed
   * and the one before is being committed: so many are under way at most.
   *
   * @param next asked after each full batch: the look that is to follow, if any
   * @return the last batch
   */
  Batch dispatch(Look first, Function<Batch, Optional<Look>> next) {
    Deque<Passage> open = new ArrayDeque<>();
    try {
      Batch batch = null;
      for (Passage current = begin(first, open); current != null; ) {
        List<DueTouch> touches = await(current.claimed);
        batch = Batch.of(current.look, touches);
        boolean full = batch.touches() >= current.look.limit();
        Optional<Look> following = full ? next.apply(batch) : Optional.empty();
        Passage after = following.map(look -> begin(look, open)).orElse(null);
        current.write(touches);
        if (open.getFirst() != current) {
          finish(open);
        }
        current.commit();
        current = after;
      }
      finish(open);
      return batch;
    } catch (RuntimeException e) {
      open.forEach(this::giveUp);
      throw e;
    }
  }

  private Passage begin(Look look, Deque<Passage> open) {
    Passage passage = new Passage(look);
    open.addLast(passage);
    return passage;
  }

  private void finish(Deque<Passage> open) {
    List<Handover> mails = open.getFirst().posted();
    // From here on it must not be taken back, whatever happens.
    open.removeFirst();
    mails.forEach(this::send);
  }

  /** What had got as far as its commit may still go out; the rest is to be given back. */
  private void giveUp(Passage passage) {
    List<Handover> mails = List.of();
    try {
      await(passage.claimed);
      mails = passage.committed == null ? List.of() : passage.posted();
    } catch (RuntimeException e) {
      LOG.debugf("a batch is given back, too: %s", e.getClass().getName());
      passage.committed = null;
    }
    if (passage.committed == null) {
      unsure.add(passage.token);
    }
    mails.forEach(this::send);
  }

  private static <T> T await(Uni<T> statement) {
    return statement.await().atMost(STATEMENT_LIMIT);
  }

  private static <T> T await(CompletableFuture<T> statement) {
    return await(Uni.createFrom().completionStage(statement));
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

  private static InFlight inFlight(UUID token, Posting posting) {
    Envelope envelope = posting.envelope();
    return new InFlight(
        token,
        envelope.envelopeId(),
        envelope.moment(),
        envelope.recipient().zone(),
        envelope.attempts(),
        envelope.isResendable(),
        false);
  }

  private void send(Handover mail) {
    // Its bytes are the transport's alone from here on.
    InFlight inFlight = mail.inFlight();
    recorder.expect();
    transport.send(mail.mail()).thenAccept(verdict -> recorder.record(inFlight, verdict));
  }
}
