package org.followthrough.actionplan.followup;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanStatusTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0, 0, MISSING",
    "1, 0, 0, COMMITTED",
    "1, 1, 0, AGREED",
    "2, 1, 0, COMMITTED",
    "2, 2, 2, APPLIED",
    "2, 0, 2, APPLIED",
    "3, 3, 2, AGREED"
  })
  void followsThePlanAsItStands(int plan, int agreed, int applied, PlanStatus status) {
    assertThat(PlanStatus.of(plan, agreed, applied)).isEqualTo(status);
    assertThat(PlanStatus.ofKey(status.key())).contains(status);
  }
}
