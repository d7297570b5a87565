package org.followthrough.booster.track;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.followthrough.booster.question.QuestionContent;
import org.followthrough.booster.question.QuestionContent.Option;
import org.followthrough.booster.question.QuestionContent.Resource;
import org.followthrough.kit.event.EventJson;

/** A question as one person sees it: options in an order of their own, with letters. */
public record IssuedQuestion(
    String stem, List<Choice> options, String goodUse, String results, List<Resource> resources) {

  /** An option with the letter that stands in the link. */
  public record Choice(String key, String text, boolean correct, String feedback) {}

  public IssuedQuestion {
    options = List.copyOf(options);
    resources = List.copyOf(resources);
  }

  static IssuedQuestion of(QuestionContent content, UUID questionId, UUID personId) {
    List<Option> shuffled = new ArrayList<>(content.options());
    shuffled.sort(
        Comparator.comparing(Option::text, QuestionOrder.ofOptions(personId, questionId)));
    List<Choice> choices = new ArrayList<>();
    for (Option option : shuffled) {
      String key = String.valueOf((char) ('A' + choices.size()));
      choices.add(new Choice(key, option.text(), option.correct(), option.feedback()));
    }
    return new IssuedQuestion(
        content.stem(), choices, content.goodUse(), content.results(), content.resources());
  }

  /** The choice of that letter. */
  public Optional<Choice> choice(String key) {
    return options.stream().filter(each -> each.key().equals(key)).findFirst();
  }

  public Choice rightChoice() {
    return options.stream().filter(Choice::correct).findFirst().orElseThrow();
  }

  String toJson() {
    return new String(EventJson.write(this), UTF_8);
  }

  /** Reads what {@link #toJson} wrote. */
  public static IssuedQuestion fromJson(String json) {
    return EventJson.read(json.getBytes(UTF_8), IssuedQuestion.class);
  }
}
