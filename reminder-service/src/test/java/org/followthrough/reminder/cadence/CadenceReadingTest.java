package org.followthrough.reminder.cadence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.followthrough.kit.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CadenceReadingTest {

  static List<Cadence> builtIn() {
    return BuiltInCadences.all();
  }

  @ParameterizedTest
  @MethodSource("builtIn")
  void documentShouldReadBackAsTheSameCadence(Cadence cadence) {
    var documents = CadenceDocument.of(cadence, true, null).steps();
    var reading = CadenceReading.read(documents);
    assertThat(reading.errors()).isEmpty();
    assertThat(reading.steps()).isEqualTo(cadence.steps());
  }

  @Test
  void documentShouldTakeItsDefaultsFromTheTemplate() {
    var reading =
        CadenceReading.read(List.of(step("talk", "completed", "P2D", "post-course-talk")));
    assertThat(reading.errors()).isEmpty();
    Step step = reading.steps().get(0);
    assertThat(step.audience()).isEqualTo(Audience.MANAGER);
    assertThat(step.condition()).isEqualTo(Condition.AFTER_TALK_NOT_HELD);
    assertThat(step.localTime()).hasToString("09:00");
    assertThat(step.staleAfter()).isEqualTo(StaleAfter.days(7));
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "Talk!,completed,P2D,post-course-talk,/steps/0/key",
        "-,completed,P2D,post-course-talk,/steps/0/key",
        "talk,tomorrow,P2D,post-course-talk,/steps/0/anchor",
        "talk,-,P2D,post-course-talk,/steps/0/anchor",
        "talk,completed,2 days,post-course-talk,/steps/0/offset",
        "talk,completed,-,post-course-talk,/steps/0/offset",
        "talk,completed,P99999999Y,post-course-talk,/steps/0/offset",
        "talk,completed,P2D,letter,/steps/0/template",
        "talk,booster-due,P2D,post-course-talk,/steps/0/anchor",
        "ask,completed,P2D,booster,/steps/0/anchor",
      })
  void documentShouldNameEachFieldAtFault(
      String key, String anchor, String offset, String template, String pointer) {
    var errors = CadenceReading.read(List.of(step(key, anchor, offset, template))).errors();
    assertThat(errors).extracting(Problem.FieldError::pointer).contains(pointer);
  }

  @Test
  void documentShouldNameAllFieldsAtFaultAtOnce() {
    StepDocument wrong =
        new StepDocument(
            "x",
            "manager",
            "completed",
            "P1D",
            List.of("soon"),
            "never",
            "25:00",
            "late",
            "maybe",
            "P0D",
            "plan-invitation",
            "loud",
            "talks");
    var errors = CadenceReading.read(List.of(wrong, wrong)).errors();
    assertThat(errors)
        .extracting(Problem.FieldError::pointer)
        .contains(
            "/steps/0/repeat/0",
            "/steps/0/workingDays",
            "/steps/0/localTime",
            "/steps/0/sameDayUntil",
            "/steps/0/condition",
            "/steps/0/staleAfter",
            "/steps/0/tone",
            "/steps/0/category",
            "/steps/0/audience",
            "/steps/1/key");
  }

  // What can be read field by field, and yet would never be sent, or sent at a time nobody meant.
  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "cohort-start,P-5D,P-7D,-,cohort-start,pre-course-talk,/steps/0/repeat/0",
        "cohort-start,P-5D,P-5D,-,cohort-start,pre-course-talk,/steps/0/repeat/0",
        "cohort-start,P0D,-,-,cohort-start,pre-course-talk,/steps/0/offset",
        "cohort-start,P-5D,P1D,-,cohort-start,pre-course-talk,/steps/0/repeat/0",
        "cohort-start,P-5D,-,12:00,P7D,pre-course-talk,/steps/0/sameDayUntil",
        "completed,P1D,-,-,cohort-start,pre-course-talk,/steps/0/staleAfter",
        "booster-due,P0D,-,-,P7D,booster,/steps/0/staleAfter",
      })
  void documentShouldNameWhatDoesNotGoTogether(
      String anchor,
      String offset,
      String repeat,
      String sameDayUntil,
      String staleAfter,
      String template,
      String pointer) {
    List<String> repeats = repeat == null ? null : List.of(repeat);
    var step =
        new StepDocument(
            "x",
            null,
            anchor,
            offset,
            repeats,
            null,
            null,
            sameDayUntil,
            null,
            staleAfter,
            template,
            null,
            null);
    assertThat(CadenceReading.read(List.of(step)).errors())
        .extracting(Problem.FieldError::pointer)
        .containsExactly(pointer);
    assertThat(CadenceReading.stored(List.of(step))).as("once it was accepted").hasSize(1);
  }

  @Test
  void questionsShouldBeAskedByOneStepOnly() {
    StepDocument ask = step("ask", "booster-due", "P0D", "booster");
    StepDocument again = step("again", "booster-due", "P1D", "booster");
    assertThat(CadenceReading.read(List.of(ask)).errors()).isEmpty();
    assertThat(CadenceReading.read(List.of(ask, again)).errors())
        .extracting(Problem.FieldError::pointer)
        .containsExactly("/steps/1/template");
  }

  @Test
  void storedStepThatCannotBeReadShouldNotBeLeftOutInSilence() {
    StepDocument unknown = step("talk", "someday", "P2D", "post-course-talk");
    assertThatThrownBy(() -> CadenceReading.stored(List.of(unknown)))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void documentShouldHaveSteps() {
    assertThat(CadenceReading.read(null).errors()).hasSize(1);
    assertThat(CadenceReading.read(List.of()).errors()).hasSize(1);
  }

  private static StepDocument step(String key, String anchor, String offset, String template) {
    return new StepDocument(
        key, null, anchor, offset, null, null, null, null, null, null, template, null, null);
  }
}
