package org.followthrough.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Mails as files beside a ledger. What is in the ledger was stored whole; what is not was never
 * acknowledged.
 */
final class MailStore implements AutoCloseable {
  private static final String MAIL = ".eml";
  private static final String PARTIAL = ".part";

  private final Path directory;
  private final Clock clock;
  private final FileChannel ledger;
  private final List<StoredMail> mails = new ArrayList<>();

  MailStore(Path directory, Clock clock) throws IOException {
    this.directory = Files.createDirectories(directory);
    this.clock = clock;
    Ledger known = new Ledger(directory);
    mails.addAll(known.readNew());
    ledger =
        FileChannel.open(
            Ledger.file(directory), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    // A line torn by a crash belongs to a mail that was not acknowledged.
    ledger.truncate(known.position());
    ledger.position(known.position());
    deleteUnacknowledged();
  }

  private void deleteUnacknowledged() throws IOException {
    Set<Path> acknowledged = new HashSet<>(mails.stream().map(StoredMail::file).toList());
    try (DirectoryStream<Path> files =
        Files.newDirectoryStream(directory, "*{" + MAIL + "," + PARTIAL + "}")) {
      for (Path file : files) {
        if (!acknowledged.contains(file)) {
          Files.delete(file);
        }
      }
    }
  }

  StoredMail store(SmtpEnvelope envelope, byte[] bytes) throws IOException {
    String id = UUID.randomUUID().toString();
    Path partial = directory.resolve(id + PARTIAL);
    Files.write(partial, bytes);
    String messageId = MailHeaders.messageId(bytes);
    String sha256 = Sha256.hex(bytes);
    synchronized (this) {
      long sequence = mails.size() + 1L;
      Path file = directory.resolve("%06d-%s%s".formatted(sequence, id, MAIL));
      Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
      return append(envelope.stored(sequence, clock.instant(), messageId, sha256, file));
    }
  }

  private StoredMail append(StoredMail mail) throws IOException {
    ByteBuffer line = ByteBuffer.wrap(Ledger.format(mail).getBytes(UTF_8));
    while (line.hasRemaining()) {
      ledger.write(line);
    }
    mails.add(mail);
    notifyAll();
    return mail;
  }

  synchronized List<StoredMail> since(long sequence) {
    int from = (int) Math.min(Math.max(sequence, 0), mails.size());
    return List.copyOf(mails.subList(from, mails.size()));
  }

  synchronized int size() {
    return mails.size();
  }

  synchronized boolean awaitSize(int size, long nanos) throws InterruptedException {
    long deadline = System.nanoTime() + nanos;
    for (long left = nanos; mails.size() < size && left > 0; left = deadline - System.nanoTime()) {
      wait(Math.max(1, left / 1_000_000));
    }
    return mails.size() >= size;
  }

  @Override
  public synchronized void close() throws IOException {
    ledger.close();
  }
}
