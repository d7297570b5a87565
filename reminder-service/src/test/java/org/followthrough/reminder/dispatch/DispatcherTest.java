package org.followthrough.reminder.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import org.followthrough.embedded.MailView;
import org.followthrough.embedded.StoredMail;
import org.followthrough.kit.testing.WithStack;
import org.followthrough.reminder.mail.LetterWriter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithStack(
    parts = {"kafka", "postgres"},
    databases = "reminder")
class DispatcherTest {

  private static final Instant NINE = Bench.NINE_IN_MADRID;

  @Inject Pool pool;
  @Inject TouchClaims claims;
  @Inject EnvelopeCommits commits;
  @Inject Resends resends;
  @Inject LetterWriter writer;
  @Inject DeliveryResults results;
  @Inject DispatchMetrics metrics;

  private Bench bench;
  private GivenTouches given;
  private UUID course;

  @BeforeEach
  void open() throws Exception {
    bench = new Bench(new Bench.Parts(claims, commits, resends, writer, results, metrics));
    given = new GivenTouches(pool).empty();
    course = given.course("Difficult conversations");
  }

  @AfterEach
  void close() throws Exception {
    bench.close();
  }

  @Test
  void dueTouchShouldBecomeOneMail() throws Exception {
    UUID ana = given.person("ana.lopez@example.org");
    UUID touch = given.touch(ana, course, "plan-invitation", NINE).insert();
    var instance = bench.instance();

    assertThat(instance.look()).isEqualTo(1);
    assertThat(instance.look()).isZero();

    assertThat(bench.inbox.size()).isEqualTo(1);
    StoredMail stored = bench.inbox.mails().get(0);
    assertThat(stored.recipients()).containsExactly("ana.lopez@example.org");
    MailView mail = stored.view();
    assertThat(mail.header("X-Followthrough-Touch")).isEqualTo(touch.toString());
    assertThat(mail.date()).contains(NINE);
    assertThat(given.state(touch)).isEqualTo("ACCEPTED");
    var row =
        given
            .query(
                "SELECT message_id, recipient_id, sent_at, envelope_id FROM touches"
                    + " WHERE touch_id = $1",
                Tuple.of(touch))
            .get(0);
    assertThat(row.getString(0)).isEqualTo(mail.messageId());
    assertThat(row.getUUID(1)).isEqualTo(ana);
    assertThat(row.getOffsetDateTime(2).toInstant()).isEqualTo(NINE);
    assertThat(mail.messageId()).isEqualTo("<" + row.getUUID(3) + "@followthrough.example>");
  }
}
