package org.followthrough.reminder.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.followthrough.reminder.mail.PipelinedRelay.Dialogue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One connection, and a mail's envelope that leaves with the body of the one before. */
class SmtpPipeliningTest {

  private PipelinedRelay relay;
  private SmtpTransport transport;
  private List<CompletableFuture<Verdict>> verdicts;
  private Dialogue dialogue;

  /** Four mails wait before the relay greets, so that each has one behind it but the last two. */
  @BeforeEach
  void open() throws Exception {
    relay = new PipelinedRelay();
    transport = new SmtpTransport(SmtpTransportTest.oneConnection(relay.port()));
    verdicts =
        Stream.of("a", "b", "c", "d")
            .map(name -> MailTransportContract.mail(name + "@example.org", "Hello"))
            .map(mail -> transport.send(mail).toCompletableFuture())
            .toList();
    dialogue = relay.accept();
    dialogue.greet();
  }

  @AfterEach
  void close() throws Exception {
    dialogue.close();
    relay.close();
    transport.close();
  }

  @Test
  void envelopeShouldLeaveWithTheBodyBeforeIt() throws Exception {
    takeFirstBody();
    dialogue.say("250 taken");
    assertThat(verdict(0)).isEqualTo(Verdict.accepted());

    dialogue.goAhead();
    assertThat(dialogue.body()).isNotEmpty();
    dialogue.say("250 taken");
    assertThat(verdict(1)).isEqualTo(Verdict.accepted());
  }

  @Test
  void refusedRecipientAmidOthersShouldGetNoBodyAndHoldUpNobody() throws Exception {
    takeFirstBody();
    dialogue.say("250 taken", "250 ok", "550 5.1.1 nobody here", "354 go");

    assertThat(dialogue.body()).isEmpty();
    dialogue.say("554 no valid recipients");
    assertThat(dialogue.read()).isEqualTo("RSET");
    dialogue.say("250 ok");
    assertThat(dialogue.envelope()).isEqualTo("c@example.org");
    dialogue.goAhead();
    dialogue.body();
    dialogue.say("250 taken");

    assertThat(verdict(0)).isEqualTo(Verdict.accepted());
    assertThat(verdict(1)).isEqualTo(Verdict.failed("smtp-550"));
    assertThat(verdict(2)).isEqualTo(Verdict.accepted());
  }

  @Test
  void refusedBodyShouldSayNothingOfTheNextMail() throws Exception {
    takeFirstBody();
    dialogue.say("451 4.3.0 later");
    dialogue.goAhead();
    dialogue.body();
    dialogue.say("250 taken");

    assertThat(verdict(0)).isEqualTo(Verdict.deferred("smtp-451"));
    assertThat(verdict(1)).isEqualTo(Verdict.accepted());
  }

  @Test
  void connectionLostBetweenABodyAndTheNextEnvelopeShouldCostNoMail() throws Exception {
    takeFirstBody();
    dialogue.say("250 taken");
    assertThat(verdict(0)).isEqualTo(Verdict.accepted());
    dialogue.close();

    takeAfresh("b@example.org");
    assertThat(verdict(1)).isEqualTo(Verdict.accepted());
  }

  @Test
  void connectionLostBeforeTheAnswerShouldPutOnlyTheMailThatLeftInDoubt() throws Exception {
    takeFirstBody();
    dialogue.close();

    takeAfresh("b@example.org");
    assertThat(verdict(0)).isEqualTo(Verdict.inDoubt("lost-after-data"));
    assertThat(verdict(1)).isEqualTo(Verdict.accepted());
  }

  @Test
  void relayThatWantsNoMoreMailsOverOneConnectionShouldGetTheNextOverAnother() throws Exception {
    takeFirstBody();
    dialogue.say("250 taken", "421 4.7.0 enough for one connection");
    dialogue.close();

    takeAfresh("b@example.org");
    assertThat(verdict(0)).isEqualTo(Verdict.accepted());
    assertThat(verdict(1)).isEqualTo(Verdict.accepted());
  }

  @Test
  void relayThatHadNotDoneWithTheMailBeforeShouldGetTheNextAfresh() throws Exception {
    takeFirstBody();
    dialogue.say("250 taken", "503 5.5.1 nested MAIL command");

    takeAfresh("b@example.org");
    assertThat(verdict(1)).isEqualTo(Verdict.accepted());
  }

  @Test
  void announcedMailShouldBeGivenBackWhenTheTransportCloses() throws Exception {
    takeFirstBody();
    CompletableFuture<Void> closed = CompletableFuture.runAsync(transport::close);

    assertThat(verdict(1)).isEqualTo(Verdict.deferred(Verdict.STOPPING));
    assertThat(verdict(3)).isEqualTo(Verdict.deferred(Verdict.STOPPING));
    dialogue.say("250 taken");
    assertThat(verdict(0)).isEqualTo(Verdict.accepted());
    assertThat(dialogue.isLeft()).isTrue();
    closed.get();
  }

  private void takeFirstBody() throws Exception {
    assertThat(dialogue.envelope()).isEqualTo("a@example.org");
    dialogue.goAhead();
    assertThat(dialogue.body()).isNotEmpty();
    assertThat(dialogue.envelope()).isEqualTo("b@example.org");
  }

  private void takeAfresh(String recipient) throws Exception {
    dialogue.close();
    dialogue = relay.accept();
    dialogue.greet();
    assertThat(dialogue.envelope()).isEqualTo(recipient);
    dialogue.goAhead();
    assertThat(dialogue.body()).isNotEmpty();
    dialogue.say("250 taken");
  }

  private Verdict verdict(int mail) throws Exception {
    return MailTransportContract.await(verdicts.get(mail));
  }
}
