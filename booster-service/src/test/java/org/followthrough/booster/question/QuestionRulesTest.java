package org.followthrough.booster.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.followthrough.booster.question.QuestionContent.Option;
import org.followthrough.booster.question.QuestionContent.Resource;
import org.followthrough.kit.problem.Problem.FieldError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuestionRulesTest {

  private static final Option RIGHT = new Option("yes", true, "because");
  private static final Option WRONG = new Option("no", false, "because not");

  @Test
  void questionShouldBeFitWithTwoToFiveOptions() {
    assertThat(faults(question("Stem?", List.of(RIGHT, WRONG)))).isEmpty();
    assertThat(faults(question("Stem?", List.of(RIGHT)))).contains("/options");
    List<Option> six = List.of(RIGHT, WRONG, wrong("a"), wrong("b"), wrong("c"), wrong("d"));
    assertThat(faults(question("Stem?", six))).containsOnly("/options");
  }

  @Test
  void exactlyOneOptionShouldBeCorrect() {
    Option right = new Option("also", true, "because");
    assertThat(faults(question("Stem?", List.of(RIGHT, right)))).containsOnly("/options");
    assertThat(faults(question("Stem?", List.of(WRONG, wrong("a"))))).containsOnly("/options");
  }

  @Test
  void eachOptionShouldHaveFeedbackAndATextOfItsOwn() {
    Option mute = new Option("yes", false, " ");
    assertThat(faults(question("Stem?", List.of(RIGHT, mute))))
        .containsOnly("/options/1/feedback", "/options/1/text");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a\0b", "half \ud800 pair", "turn \u202e round", "bell \u0007"})
  void stemShouldBeRefusedWhenUnfit(String stem) {
    assertThat(faults(question(stem, List.of(RIGHT, WRONG)))).containsOnly("/stem");
  }

  @Test
  void stemShouldBeRefusedWhenTooLong() {
    assertThat(faults(question("x".repeat(2_000), List.of(RIGHT, WRONG)))).isEmpty();
    assertThat(faults(question("x".repeat(2_001), List.of(RIGHT, WRONG)))).containsOnly("/stem");
  }

  @ParameterizedTest
  @CsvSource({
    "https://example.org/a?b=c#d, true",
    "HTTPS://Example.org, true",
    "http://example.org, false",
    "javascript:alert(1), false",
    "//example.org/a, false",
    "https://me@example.org, false",
    "https://127.0.0.1/, false",
    "https://[::1]/, false",
    "https://localhost/, false",
    "https://xn--bcher-kva.example/, false",
    "https://bücher.example/, false",
    "https://example.org/a b, false",
    "https:///nohost, false",
    "'', false"
  })
  void onlyPlainHttpsAddressesShouldBeTaken(String url, boolean fit) {
    var content =
        new QuestionContent(
            "Stem?", List.of(RIGHT, WRONG), null, null, List.of(new Resource("Guide", url)));
    assertThat(faults(content)).hasSize(fit ? 0 : 1);
  }

  @Test
  void addressShouldBeRefusedWhenItHasALineBreak() {
    var resource = new Resource("Guide", "https://example.org/\r\nSet-Cookie: x");
    var content =
        new QuestionContent("Stem?", List.of(RIGHT, WRONG), null, null, List.of(resource));
    assertThat(faults(content)).containsOnly("/resources/0/url");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "import", "statistics", "a\nb", " a", "a\u0000"})
  void questionIdShouldBeRefusedWhenUnfit(String id) {
    assertThat(QuestionRules.faultOfQuestionId(id)).isPresent();
  }

  private static Option wrong(String text) {
    return new Option(text, false, "because not");
  }

  private static QuestionContent question(String stem, List<Option> options) {
    return new QuestionContent(stem, options, "", "", List.of());
  }

  private static List<String> faults(QuestionContent content) {
    return QuestionRules.check(QuestionRules.normalize(content)).stream()
        .map(FieldError::pointer)
        .toList();
  }
}
