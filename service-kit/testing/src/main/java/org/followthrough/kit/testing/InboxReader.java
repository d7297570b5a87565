package org.followthrough.kit.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.followthrough.embedded.Ledger;
import org.followthrough.embedded.StoredMail;

/** The mails in the inbox of a stack that runs in another process. */
public final class InboxReader {
  private static final Duration POLL = Duration.ofMillis(25);

  private final Ledger ledger;
  private final List<StoredMail> mails = new ArrayList<>();

  public InboxReader(Path directory) {
    this.ledger = new Ledger(directory);
  }

  /** All mails acknowledged so far, newest last. Reads only what is new. */
  public synchronized List<StoredMail> mails() {
    try {
      mails.addAll(ledger.readNew());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return List.copyOf(mails);
  }

  /** The mails after this sequence number, newest last. */
  public List<StoredMail> since(long sequence) {
    return mails().stream().filter(mail -> mail.sequence() > sequence).toList();
  }

  public List<StoredMail> to(String address) {
    return mails().stream().filter(mail -> mail.recipients().contains(address)).toList();
  }

  /** The newest sequence number, for a later {@link #since}. */
  public long position() {
    return mails().stream().mapToLong(StoredMail::sequence).max().orElse(0);
  }

  /** Waits until there are so many mails that fit, and fails the test when the time is over. */
  public List<StoredMail> await(int count, Duration limit, Predicate<StoredMail> test) {
    return Awaitility.await("mails that fit")
        .atMost(limit)
        .pollInterval(POLL)
        .pollDelay(Duration.ZERO)
        .until(() -> mails().stream().filter(test).toList(), found -> found.size() >= count);
  }
}
