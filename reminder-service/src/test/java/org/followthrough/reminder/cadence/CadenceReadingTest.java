package org.followthrough.reminder.cadence;

import static org.assertj.core.api.Assertions.assertThat;

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
