package org.followthrough.reminder.dispatch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.followthrough.embedded.SmtpInbox;
import org.followthrough.kit.testing.SettableClock;
import org.followthrough.reminder.mail.LetterWriter;
import org.followthrough.reminder.mail.MailSettings;
import org.followthrough.reminder.mail.MailTransport;
import org.followthrough.reminder.mail.SmtpSettings;
import org.followthrough.reminder.mail.SmtpTransport;

/** Dispatchers of their own over the application's parts, with a relay in this JVM that fails. */
final class Bench implements AutoCloseable {

  static final Instant NINE_IN_MADRID = Instant.parse("2027-01-20T08:00:00Z");

  // Long enough for a busy machine: no test here waits for one of these to be over.
  static final Duration PATIENCE = Duration.ofSeconds(60);
  static final Duration LEASE = Duration.ofMinutes(30);

  final SettableClock clock = new SettableClock(NINE_IN_MADRID);
  final SmtpInbox inbox;
  private final Parts parts;
  private final List<AutoCloseable> opened = new ArrayList<>();

  /** The application's beans that dispatchers share. */
  record Parts(
      TouchClaims claims,
      EnvelopeCommits commits,
      Resends resends,
      LetterWriter writer,
      DeliveryResults results,
      DispatchMetrics metrics) {}

  Bench(Parts parts) throws IOException {
    this.parts = parts;
    Path directory = Files.createTempDirectory("dispatch-inbox");
    inbox = new SmtpInbox(directory, 0, Clock.systemUTC());
    inbox.start();
  }

  static MailSettings mailSettings(Duration finalDot) {
    return new MailSettings() {
      @Override
      public Transport transport() {
        return Transport.SMTP;
      }

      @Override
      public String from() {
        return "no-reply@followthrough.example";
      }

      @Override
      public String fromName() {
        return "Followthrough";
      }

      @Override
      public String domain() {
        return "followthrough.example";
      }

      @Override
      public int connections() {
        return 8;
      }

      @Override
      public int queue() {
        return 1000;
      }

      @Override
      public Duration connectTimeout() {
        return PATIENCE;
      }

      @Override
      public Duration commandTimeout() {
        return PATIENCE;
      }

      @Override
      public Duration finalDotTimeout() {
        return finalDot;
      }
    };
  }

  static DispatchSettings settings(Duration lease) {
    return new DispatchSettings() {
      @Override
      public boolean enabled() {
        return true;
      }

      @Override
      public Duration interval() {
        return Duration.ofMillis(50);
      }

      @Override
      public Duration delayed() {
        return Duration.ZERO;
      }

      @Override
      public int batch() {
        return 500;
      }

      @Override
      public Duration lease() {
        return lease;
      }

      @Override
      public Duration recovery() {
        return Duration.ofMillis(200);
      }

      @Override
      public Duration resendAfter() {
        return Duration.ofMinutes(15);
      }
    };
  }

  static SmtpSettings smtp(int port, Duration finalDot) {
    return new SmtpSettings(
        "127.0.0.1",
        port,
        "followthrough.example",
        SmtpSettings.StartTls.OPTIONAL,
        false,
        null,
        null,
        8,
        1000,
        PATIENCE,
        PATIENCE,
        finalDot);
  }

  static Look look(Instant now, int limit) {
    return new Look(Instant.EPOCH, new DispatchMoment(now, now), limit);
  }

  /** One instance. */
  final class Instance {
    final ResultRecorder recorder;
    final Dispatcher dispatcher;

    Instance(MailTransport transport, Duration lease) {
      DispatchSettings settings = settings(lease);
      recorder = new ResultRecorder(parts.results(), settings, parts.metrics(), clock);
      dispatcher =
          new Dispatcher(
              parts.claims(),
              parts.commits(),
              parts.resends(),
              new BatchWriter(parts.writer()),
              transport,
              recorder,
              parts.metrics(),
              settings,
              mailSettings(PATIENCE));
      opened.add(transport);
      opened.add(recorder::stop);
    }

    /** One look; comes back when all results are in the database. */
    int look() {
      return look(500);
    }

    int look(int limit) {
      Instant now = clock.instant();
      int touches = dispatcher.dispatch(Bench.look(now, limit)).touches();
      settle();
      return touches;
    }

    /** Look after look while batches are full, as the loop does; comes back as {@link #look}. */
    void drain(int limit) {
      try {
        dispatcher.dispatch(
            Bench.look(clock.instant(), limit),
            full -> Optional.of(Bench.look(clock.instant(), limit)));
      } finally {
        settle();
      }
    }

    void recover() {
      dispatcher.recover(clock.instant());
      settle();
    }

    void settle() {
      Awaitility.await()
          .atMost(Duration.ofSeconds(60))
          .pollInterval(Duration.ofMillis(5))
          .until(() -> recorder.open() == 0);
    }
  }

  Instance instance() {
    return instance(new SmtpTransport(smtp(inbox.port(), PATIENCE)), LEASE);
  }

  Instance instance(MailTransport transport, Duration lease) {
    return new Instance(transport, lease);
  }

  @Override
  public void close() throws Exception {
    for (AutoCloseable part : opened) {
      part.close();
    }
    inbox.close();
  }
}
