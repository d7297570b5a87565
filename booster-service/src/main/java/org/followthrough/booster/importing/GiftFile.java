package org.followthrough.booster.importing;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a GIFT file into its questions, which blank lines part. Comment lines and categories are
 * left out. A question that is not closed thus spoils itself only.
 */
final class GiftFile {

  /** The text of one question and the line it begins on. */
  record Passage(int line, String text) {}

  private final List<Passage> passages = new ArrayList<>();
  private final StringBuilder current = new StringBuilder();
  private int startedAt;

  private GiftFile() {}

  static List<Passage> passages(String file) {
    var cutter = new GiftFile();
    int number = 0;
    for (String line : file.split("\r\n|\r|\n", -1)) {
      cutter.take(line, ++number);
    }
    cutter.end();
    return cutter.passages;
  }

  private void take(String line, int number) {
    String content = line.strip();
    if (content.startsWith("//") || content.startsWith("$CATEGORY:")) {
      return;
    }
    if (content.isEmpty()) {
      end();
      return;
    }
    if (current.isEmpty()) {
      startedAt = number;
    }
    current.append(line).append('\n');
  }

  private void end() {
    if (!current.toString().isBlank()) {
      passages.add(new Passage(startedAt, current.toString().strip()));
    }
    current.setLength(0);
  }
}
