package org.followthrough.reminder.envelope;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.followthrough.reminder.mail.ItemContent;
import org.followthrough.reminder.mail.LetterItem;
import org.followthrough.reminder.mail.Recipient;
import org.junit.jupiter.api.Test;

class EnvelopeGroupingTest {

  private static final Instant MORNING = Instant.parse("2027-01-20T08:00:00Z");

  private static Recipient person() {
    return new Recipient(
        UUID.randomUUID(), "p@example.org", "P", ZoneId.of("Asia/Tokyo"), Locale.ENGLISH);
  }

  private static Addressed touch(Recipient recipient, String category, Instant moment) {
    LetterItem item =
        new LetterItem(
            UUID.randomUUID(),
            UUID.randomUUID(),
            category,
            category,
            "learner",
            0,
            "P",
            "C",
            List.of(),
            null,
            ItemContent.none());
    return new Addressed(
        UUID.randomUUID(),
        item,
        recipient,
        moment,
        moment.plusSeconds(60),
        0,
        !category.equals("plans"),
        true,
        new Addressed.Later(moment, LocalDate.of(2027, 1, 21), true));
  }

  @Test
  void onePersonShouldGetOneEnvelopeADayAndBoostersBeside() {
    Recipient ana = person();
    Recipient ben = person();

    List<Envelope> envelopes =
        EnvelopeGrouping.group(
            List.of(
                touch(ana, "plans", MORNING),
                touch(ana, "evaluations", MORNING.plusSeconds(5)),
                touch(ana, "boosters", MORNING),
                touch(ana, "boosters", MORNING),
                touch(ben, "plans", MORNING),
                // The next day in Tokyo.
                touch(ben, "plans", MORNING.plusSeconds(8 * 3600))),
            UUID::randomUUID);

    assertThat(envelopes).hasSize(5);
    assertThat(envelopes).extracting(envelope -> envelope.touches().size()).containsOnlyOnce(2);
    assertThat(envelopes.stream().filter(e -> e.recipient().equals(ben)))
        .extracting(Envelope::window)
        .containsExactlyInAnyOrder("2027-01-20", "2027-01-21");
  }

  @Test
  void envelopeShouldBeAsStrictAsItsStrictestTouch() {
    Recipient ana = person();
    Addressed plan = touch(ana, "plans", MORNING);
    Addressed form = touch(ana, "evaluations", MORNING.plusSeconds(5));

    Envelope both = EnvelopeGrouping.group(List.of(plan, form), UUID::randomUUID).get(0);
    Envelope one = EnvelopeGrouping.group(List.of(form), UUID::randomUUID).get(0);

    assertThat(both.isResendable()).isFalse();
    assertThat(one.isResendable()).isTrue();
    assertThat(both.staleAfter()).isEqualTo(plan.staleAfter());
    assertThat(both.moment()).isEqualTo(form.moment());
  }

  @Test
  void storedMailShouldComeBackByteForByteOrNotAtAll() {
    byte[] mime = "Subject: x\r\n\r\n".repeat(3_000).getBytes(US_ASCII);
    byte[] packed = StoredMime.pack(mime);
    byte[] hash = StoredMime.sha256(mime);

    assertThat(packed.length).isLessThan(mime.length / 5);
    assertThat(StoredMime.unpack(packed, hash)).isEqualTo(mime);
    assertThatThrownBy(() -> StoredMime.unpack(StoredMime.pack(new byte[] {1}), hash))
        .isInstanceOf(IllegalStateException.class);
  }
}
