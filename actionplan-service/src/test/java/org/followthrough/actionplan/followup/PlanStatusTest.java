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
  void statusShouldFollowThePlanAsItStands(int plan, int agreed, int applied, PlanStatus status) {
    assertThat(PlanStatus.of(plan, agreed, applied)).isEqualTo(status);
    assertThat(new PlanStanding(plan, agreed, applied).status()).isEqualTo(status);
    assertThat(PlanStatus.ofKey(status.key())).contains(status);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, 0, false",
    "1, 0, 0, false",
    "2, 1, 0, false",
    "2, 2, 0, true",
    "2, 2, 2, true"
  })
  void planShouldBeAgreedAsItStandsOnly(int plan, int agreed, int applied, boolean isAgreed) {
    assertThat(new PlanStanding(plan, agreed, applied).isAgreed()).isEqualTo(isAgreed);
  }
}
