package org.followthrough.enrollment.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.followthrough.kit.problem.Problem;
import org.followthrough.kit.problem.Problem.FieldError;
import org.junit.jupiter.api.Test;

class TallyTest {

  private static final int MANY = 50_000;

  private static Reading.Refused refused(int faults) {
    List<FieldError> all = Collections.nCopies(faults, new FieldError("/data/x", "is wrong"));
    return Reading.Refused.because("e", all);
  }

  @Test
  void everyEventShouldCountInExactlyOneOfTheThree() {
    HrEvent failing = new HrEvent(3, null, "e-3", "/hr", null, null, null);
    Problem problem = Problem.of(500, "internal", "Internal error", "our fault");
    Tally tally = new Tally();
    tally.refused(7, refused(1));
    tally.submitted(10);
    tally.stored(new Stored(4, List.of(new Stored.Failure(failing, problem))));
    tally.stored(new Stored(2, List.of()));

    IntakeVerdict verdict = tally.verdict();

    assertThat(verdict.accepted()).isEqualTo(6);
    assertThat(verdict.duplicates()).isEqualTo(3);
    assertThat(verdict.rejected())
        .extracting(IntakeVerdict.Rejection::index)
        .containsExactly(3L, 7L);
  }

  private static IntakeVerdict verdict(int faultsEach) {
    Tally tally = new Tally();
    Reading.Refused refused = refused(faultsEach);
    for (int i = 0; i < MANY; i++) {
      tally.refused(i, refused);
    }
    return tally.verdict();
  }

  @Test
  void rejectionsShouldBeListedAsFarAsThereIsRoomAndAllBeCounted() {
    IntakeVerdict simple = verdict(1);
    assertThat(simple.rejected()).hasSize(Tally.LISTED_REJECTIONS);
    assertThat(simple.rejectedNotListed()).isEqualTo(MANY - Tally.LISTED_REJECTIONS);

    IntakeVerdict manifold = verdict(20);
    assertThat(manifold.rejected()).hasSize(Tally.LISTED_FAULTS / 20);
    assertThat(manifold.rejectedNotListed()).isEqualTo(MANY - Tally.LISTED_FAULTS / 20);
  }
}
