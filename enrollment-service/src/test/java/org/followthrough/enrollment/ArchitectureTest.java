package org.followthrough.enrollment;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import org.followthrough.kit.testing.HouseRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  private static final String ROOT = "org.followthrough.enrollment";

  @Test
  void houseRulesHold() {
    HouseRules.check(
        "enrollment",
        ROOT + ".fact",
        ROOT + ".person.PersonSnapshot",
        ROOT + ".person.PersonProfile",
        ROOT + ".person.PersonUpserted",
        ROOT + ".course.CourseDescription",
        ROOT + ".course.CourseUpserted",
        ROOT + ".cohort.CohortSnapshot",
        ROOT + ".cohort.CohortDates",
        ROOT + ".enrollment.Fact",
        ROOT + ".enrollment.Attendance",
        ROOT + ".enrollment.CourseHistory",
        ROOT + ".enrollment.Standing",
        ROOT + ".enrollment.Reconciliation",
        ROOT + ".enrollment.EnrollmentSnapshot",
        ROOT + ".enrollment.EnrollmentChange",
        ROOT + ".enrollment.EnrollmentEvent",
        ROOT + ".enrollment.OpenPages",
        ROOT + ".intake.HrEvent",
        ROOT + ".intake.HrFact",
        ROOT + ".intake.HrEventReader",
        ROOT + ".intake.FieldReader",
        ROOT + ".intake.BatchFacts",
        ROOT + ".intake.Mentions",
        ROOT + ".intake.Changed",
        ROOT + ".intake.LineSplitter",
        ROOT + ".apikey.NewKey");
  }

  @Test
  void featuresShouldDependOnEachOtherInOneDirection() {
    slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(HouseRules.production(ROOT));
  }
}
