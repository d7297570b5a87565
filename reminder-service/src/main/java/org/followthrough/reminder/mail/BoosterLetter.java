package org.followthrough.reminder.mail;

import java.util.List;

/** To a learner: one question, one link per answer. It never says which answer is right. */
final class BoosterLetter {

  private static final String CANARY = "canary";

  private BoosterLetter() {}

  static Content write(LetterItem item, Desk desk) {
    MailMessages words = desk.words();
    ItemContent question = item.content();
    if (question.boosterId() == null || question.stem() == null || question.options().isEmpty()) {
      throw new IllegalArgumentException("a booster without its question");
    }
    List<Block.Line> choices =
        item.content().options().stream()
            .map(
                option ->
                    new Block.Line(option.key(), option.text(), desk.question(item, option.key())))
            .toList();
    List<Block> blocks =
        List.of(
            Block.choices(choices),
            Block.small(words.boosterHint()),
            Block.small(words.boosterPrivate()),
            Block.canary(desk.question(item, CANARY)));
    return new Content(
        words.boosterSubject(item.courseTitle()),
        words.boosterPreheader(),
        item.content().stem(),
        blocks,
        words.becauseLearner(item.courseTitle()));
  }
}
