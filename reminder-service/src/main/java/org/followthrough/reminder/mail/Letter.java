package org.followthrough.reminder.mail;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** One mail to be written: who gets it, when, and for which reasons. */
public record Letter(UUID envelopeId, Recipient recipient, Instant moment, List<LetterItem> items) {

  public Letter {
    items = List.copyOf(items);
    if (items.isEmpty()) {
      throw new IllegalArgumentException("a letter needs a reason");
    }
  }

  /** The same letter with words for a learner or a course whose name is not known yet. */
  Letter naming(String somebody, String someCourse) {
    return new Letter(
        envelopeId,
        recipient,
        moment,
        items.stream().map(item -> item.naming(somebody, someCourse)).toList());
  }

  /** Which talk of this letter a touch is, from 0; 0 for what is no talk. */
  public int talkPosition(UUID touchId) {
    List<UUID> talks = items.stream().filter(LetterItem::isTalk).map(LetterItem::touchId).toList();
    return Math.max(0, talks.indexOf(touchId));
  }

  /** The category one click ends: the one of all items, or {@code all}. */
  String category() {
    List<String> categories = items.stream().map(LetterItem::category).distinct().toList();
    return categories.size() == 1 ? categories.get(0) : "all";
  }
}
