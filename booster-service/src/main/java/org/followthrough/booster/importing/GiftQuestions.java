package org.followthrough.booster.importing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.followthrough.booster.importing.GiftFile.Passage;
import org.followthrough.booster.question.QuestionContent;
import org.followthrough.booster.question.QuestionContent.Option;

/**
 * Reads GIFT, the text format of Moodle: multiple choice and true/false. A question's id is its
 * title, or comes from its stem where it has none, so that the same file again changes nothing. The
 * general feedback ({@code ####}) becomes what good use looks like.
 */
final class GiftQuestions {

  private static final String UNCLOSED = "the answers need a { before and a } after them";
  private static final String GAP = " _____ ";

  /** A question is refused with these words. */
  private static final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;

    Refusal(String message) {
      super(message);
    }
  }

  private record Answers(List<Option> options, String generalFeedback) {}

  private final String yes;
  private final String no;

  /**
   * @param german whether true and false are written in German
   */
  GiftQuestions(boolean german) {
    this.yes = german ? "Richtig" : "True";
    this.no = german ? "Falsch" : "False";
  }

  List<ImportItem> read(String file) {
    return GiftFile.passages(file).stream().map(this::item).toList();
  }

  private ImportItem item(Passage passage) {
    String title = null;
    String rest = passage.text();
    if (rest.startsWith("::")) {
      int end = GiftText.find(rest, "::", 2);
      if (end < 0) {
        return ImportItem.unread(passage.line(), null, "the title needs :: on both sides");
      }
      title = GiftText.plain(rest.substring(2, end));
      rest = rest.substring(end + 2).strip();
    }
    try {
      return question(passage.line(), title, rest);
    } catch (Refusal e) {
      return ImportItem.unread(passage.line(), title, e.getMessage());
    }
  }

  private ImportItem question(int line, String title, String text) throws Refusal {
    int open = GiftText.find(text, "{", 0);
    int close = open < 0 ? -1 : GiftText.find(text, "}", open);
    if (close < 0) {
      throw new Refusal(UNCLOSED);
    }
    String after = text.substring(close + 1).strip();
    String stem = withoutFormat(text.substring(0, open)).stripTrailing();
    stem = GiftText.plain(after.isEmpty() ? stem : stem + GAP + after);
    Answers answers = answers(text.substring(open + 1, close).strip());
    var content =
        new QuestionContent(stem, answers.options(), answers.generalFeedback(), "", List.of());
    return ImportItem.read(line, title == null || title.isEmpty() ? idOf(stem) : title, content);
  }

  private static String withoutFormat(String text) throws Refusal {
    if (!text.startsWith("[")) {
      return text;
    }
    int end = text.indexOf(']');
    String format = end < 0 ? "" : text.substring(1, end).toLowerCase(Locale.ROOT);
    return switch (format) {
      case "plain", "moodle" -> text.substring(end + 1).strip();
      case "html", "markdown" -> throw new Refusal("the format " + format + " is not plain text");
      default -> text;
    };
  }

  private Answers answers(String block) throws Refusal {
    int general = GiftText.find(block, "####", 0);
    String feedback = general < 0 ? "" : GiftText.plain(block.substring(general + 4));
    String choices = (general < 0 ? block : block.substring(0, general)).strip();
    return new Answers(options(choices), feedback);
  }

  private List<Option> options(String choices) throws Refusal {
    if (choices.isEmpty()) {
      throw new Refusal("an essay has no right answer to tell at once");
    }
    if (choices.startsWith("#")) {
      throw new Refusal("numbers are not supported: write multiple choice or true/false");
    }
    if (!choices.startsWith("=") && !choices.startsWith("~")) {
      return trueOrFalse(choices);
    }
    List<Option> options = multipleChoice(choices);
    if (options.stream().allMatch(Option::correct)) {
      throw new Refusal("short answers are not supported: write multiple choice or true/false");
    }
    return options;
  }

  // In GIFT the first feedback is for the wrong answer, the second for the right one.
  private List<Option> trueOrFalse(String choices) throws Refusal {
    List<Integer> hashes = GiftText.findAll(choices, "#");
    String word = choices.substring(0, hashes.isEmpty() ? choices.length() : hashes.get(0)).strip();
    boolean isTrue =
        switch (word.toUpperCase(Locale.ROOT)) {
          case "T", "TRUE" -> true;
          case "F", "FALSE" -> false;
          default -> throw new Refusal("each answer begins with = or ~, or is TRUE or FALSE");
        };
    if (hashes.size() != 2) {
      throw new Refusal("true/false needs two feedbacks: {T#if wrong#if right}");
    }
    String ifWrong = GiftText.plain(choices.substring(hashes.get(0) + 1, hashes.get(1)));
    String ifRight = GiftText.plain(choices.substring(hashes.get(1) + 1));
    return List.of(
        new Option(yes, isTrue, isTrue ? ifRight : ifWrong),
        new Option(no, !isTrue, isTrue ? ifWrong : ifRight));
  }

  private static List<Option> multipleChoice(String choices) throws Refusal {
    List<Integer> starts = GiftText.findAll(choices, "=~");
    List<Option> options = new ArrayList<>();
    for (int i = 0; i < starts.size(); i++) {
      int end = i + 1 < starts.size() ? starts.get(i + 1) : choices.length();
      options.add(option(choices.substring(starts.get(i), end)));
    }
    return options;
  }

  private static Option option(String choice) throws Refusal {
    boolean correct = choice.charAt(0) == '=';
    String text = choice.substring(1).strip();
    if (text.startsWith("%")) {
      throw new Refusal("parts of points (%) are not supported: one answer is right");
    }
    if (GiftText.find(text, "->", 0) >= 0 && correct) {
      throw new Refusal("matching is not supported: write multiple choice or true/false");
    }
    int hash = GiftText.find(text, "#", 0);
    String feedback = hash < 0 ? "" : GiftText.plain(text.substring(hash + 1));
    return new Option(GiftText.plain(hash < 0 ? text : text.substring(0, hash)), correct, feedback);
  }

  private static String idOf(String stem) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(stem.getBytes(UTF_8));
      return "gift-" + HexFormat.of().formatHex(digest, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
