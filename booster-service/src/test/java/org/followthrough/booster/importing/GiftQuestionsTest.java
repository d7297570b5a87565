package org.followthrough.booster.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.followthrough.booster.question.QuestionContent;
import org.followthrough.booster.question.QuestionContent.Option;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class GiftQuestionsTest {

  @Test
  void multipleChoiceShouldBeReadWithTitleFeedbackAndGeneralFeedback() {
    ImportItem item =
        only(
            """
            // a comment
            $CATEGORY: talks

            ::first-minute::[plain]What do you say
            first? {
              ~Calm down. # It does the opposite.
              =You are angry. # It names what matters.
              ~I get my boss.#It hands it over.
              ####Name the issue\\: in the first minute.
            }
            """);
    assertThat(item.line()).isEqualTo(4);
    assertThat(item.questionId()).isEqualTo("first-minute");
    QuestionContent content = item.content().orElseThrow();
    assertThat(content.stem()).isEqualTo("What do you say\nfirst?");
    assertThat(content.goodUse()).isEqualTo("Name the issue: in the first minute.");
    assertThat(content.options())
        .containsExactly(
            new Option("Calm down.", false, "It does the opposite."),
            new Option("You are angry.", true, "It names what matters."),
            new Option("I get my boss.", false, "It hands it over."));
  }

  @Test
  void escapesShouldGiveTheSignsThemselves() {
    QuestionContent content =
        only("Is 1 \\= 1 \\{really\\}? {=Yes \\~ \\#1\\: a\\\\b\\nnew#ok \\= fine ~No#no}")
            .content()
            .orElseThrow();
    assertThat(content.stem()).isEqualTo("Is 1 = 1 {really}?");
    assertThat(content.options().get(0))
        .isEqualTo(new Option("Yes ~ #1: a\\b\nnew", true, "ok = fine"));
  }

  @Test
  void trueOrFalseShouldTakeTheFirstFeedbackForTheWrongAnswer() {
    assertThat(only("Sun rises in the east. {T#No, look again#Yes}").content().orElseThrow())
        .extracting(QuestionContent::options)
        .isEqualTo(
            List.of(new Option("True", true, "Yes"), new Option("False", false, "No, look again")));
    assertThat(only("It rises in the west. {FALSE#No#Yes}").content().orElseThrow().options())
        .containsExactly(new Option("True", false, "No"), new Option("False", true, "Yes"));
    assertThat(new GiftQuestions(true).read("A {TRUE#a#b}").get(0).content().orElseThrow())
        .extracting(content -> content.options().get(0).text())
        .isEqualTo("Richtig");
  }

  @Test
  void textAfterTheAnswersShouldMakeAGap() {
    assertThat(only("Two and two is {=four#y ~five#n} in all.").content().orElseThrow().stem())
        .isEqualTo("Two and two is _____ in all.");
  }

  @Test
  void untitledQuestionShouldKeepItsIdWhenTheFileComesAgain() {
    String file = "Question? {=a#b ~c#d}";
    assertThat(only(file).questionId()).startsWith("gift-").isEqualTo(only(file).questionId());
    assertThat(only("Other? {=a#b ~c#d}").questionId()).isNotEqualTo(only(file).questionId());
  }

  @ParameterizedTest
  @MethodSource("refused")
  void refusalShouldNameLineAndProblem(String text, String problem) {
    List<ImportItem> items =
        new GiftQuestions(false).read("::good::A? {=a#b ~c#d}\n\n\n" + text + "\n\nB? {=a#b ~c#d}");
    assertThat(items).hasSize(3);
    assertThat(items.get(0).isGood()).isTrue();
    assertThat(items.get(1).line()).isEqualTo(4);
    assertThat(items.get(1).faults().get(0).detail()).contains(problem);
    assertThat(items.get(2).isGood()).isTrue();
  }

  static Stream<Arguments> refused() {
    return Stream.of(
        Arguments.of("No answers at all", "need a {"),
        Arguments.of("Not closed {=a#b ~c#d", "need a {"),
        Arguments.of("::no end of title {=a ~b}", "title"),
        Arguments.of("Essay {}", "essay"),
        Arguments.of("How many? {#3}", "numbers"),
        Arguments.of("Short {=a =b}", "short answers"),
        Arguments.of("Parts {~%50%a ~%50%b}", "points"),
        Arguments.of("Match {=a -> b =c -> d}", "matching"),
        Arguments.of("[html]Bold {=a#b ~c#d}", "html"),
        Arguments.of("Sun {T}", "two feedbacks"),
        Arguments.of("Sun {maybe}", "begins with"));
  }

  private static ImportItem only(String file) {
    List<ImportItem> items = new GiftQuestions(false).read(file);
    assertThat(items).hasSize(1);
    assertThat(items.get(0).faults()).isEmpty();
    return items.get(0);
  }
}
