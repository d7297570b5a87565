package org.followthrough.reminder.explain;

import static org.assertj.core.api.Assertions.assertThat;

import org.followthrough.reminder.journey.PlanningReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ExplanationsTest {

  @ParameterizedTest
  @EnumSource(PlanningReason.class)
  void everyReasonOfPlanningShouldHaveItsWords(PlanningReason reason) {
    assertThat(Explanations.of("CANCELLED", reason.code(), true)).isEqualTo(reason.words());
  }

  @ParameterizedTest
  @CsvSource({
    "PLANNED,on-leave,true,it waits",
    "EXPIRED,on-leave,true,too late",
    "EXPIRED,quiet-hours,true,too late",
    "SUPPRESSED,left,true,the learner has left",
    "SUPPRESSED,left,false,manager has left",
    "PLANNED,smtp-451,true,tried again",
    "FAILED,smtp-550,true,refused it for good",
    "FAILED,something-new,true,something new",
  })
  void wordsShouldFitWhatBecameOfTheTouch(
      String state, String code, boolean learnerGone, String words) {
    assertThat(Explanations.of(state, code, learnerGone)).contains(words);
  }

  @Test
  void noReasonShouldHaveNoWords() {
    assertThat(Explanations.of("ACCEPTED", null, false)).isNull();
  }
}
