package org.followthrough.embedded;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The lines of ledger.tsv: sequence, receive instant, Message-ID, envelope sender, recipients
 * (comma-separated), SHA-256, file name. A line counts when its line feed is there. Reads only what
 * was appended since the last look, so that another process can follow it cheaply.
 */
public final class Ledger {
  private static final String NAME = "ledger.tsv";
  private static final int FIELDS = 7;

  private final Path directory;
  private long position;

  public Ledger(Path directory) {
    this.directory = directory;
  }

  /** The mails appended since the last call, oldest first. */
  public synchronized List<StoredMail> readNew() throws IOException {
    Path file = file(directory);
    if (!Files.exists(file)) {
      return List.of();
    }
    List<StoredMail> mails = new ArrayList<>();
    for (String line : wholeLines(file)) {
      mails.add(parse(line));
    }
    return mails;
  }

  private List<String> wholeLines(Path file) throws IOException {
    byte[] added;
    try (RandomAccessFile reading = new RandomAccessFile(file.toFile(), "r")) {
      reading.seek(position);
      added = new byte[Math.toIntExact(Math.max(0, reading.length() - position))];
      reading.readFully(added);
    }
    int end = added.length;
    while (end > 0 && added[end - 1] != '\n') {
      end--;
    }
    position += end;
    return new String(added, 0, end, StandardCharsets.UTF_8).lines().toList();
  }

  synchronized long position() {
    return position;
  }

  static Path file(Path directory) {
    return directory.resolve(NAME);
  }

  static String format(StoredMail mail) {
    return String.join(
            "\t",
            Long.toString(mail.sequence()),
            mail.receivedAt().toString(),
            clean(mail.messageId()),
            clean(mail.mailFrom()),
            clean(String.join(",", mail.recipients())),
            mail.sha256(),
            mail.file().getFileName().toString())
        + "\n";
  }

  private static String clean(String field) {
    return field.replaceAll("\\p{Cntrl}", " ");
  }

  private StoredMail parse(String line) throws IOException {
    String[] fields = line.split("\t", -1);
    if (fields.length != FIELDS) {
      throw new IOException("not a line of " + file(directory) + ": " + line);
    }
    return new StoredMail(
        Long.parseLong(fields[0]),
        Instant.parse(fields[1]),
        fields[2],
        fields[3],
        List.of(fields[4].split(",")),
        fields[5],
        directory.resolve(fields[6]));
  }
}
