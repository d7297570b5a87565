package org.followthrough.reminder;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.followthrough.kit.testing.HouseRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  private static final String ROOT = "org.followthrough.reminder";

  /** Decide without I/O: what they need is an argument, the time included. */
  private static final String[] DOMAIN =
      Stream.of(
              "journey.Planner",
              "journey.Reconciliation",
              "journey.Withholding",
              "journey.Preview",
              "journey.TouchContent",
              "journey.TouchChange",
              "journey.Touch",
              "journey.Facts",
              "journey.PlanState",
              "journey.Booster",
              "journey.Circumstances",
              "journey.JourneyEvents",
              "cadence.SendingTime",
              "cadence.WorkingCalendar",
              "cadence.BuiltInCadences",
              "cadence.Step",
              "cadence.StepReading",
              "cadence.CadenceReading",
              "people.Person",
              "people.LatestEvents",
              "dispatch.DispatchPolicy",
              "dispatch.Coalescing",
              "dispatch.Decision",
              "dispatch.Backoff",
              "calendar.TalkInvitation",
              "calendar.TalkSlot")
          .map(name -> ROOT + "." + name)
          .toArray(String[]::new);

  private final JavaClasses production = HouseRules.production(ROOT);

  @Test
  void houseRulesShouldHold() {
    HouseRules.check("reminder", DOMAIN);
  }

  @Test
  void planningShouldNotKnowDispatch() {
    noneIn("journey", "cadence", "people")
        .because("planning and dispatch agree through the table of touches: ADR 0004")
        .check(production);
    assertThatThrownBy(() -> noneIn("dispatch").check(production))
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void resourcesShouldStayInTheirPackage() {
    classes()
        .that()
        .haveSimpleNameEndingWith("Resource")
        .should()
        .notBePublic()
        .because("HTTP is the outside of a feature, nobody calls it from within")
        .check(production);
  }

  private static ArchRule noneIn(String... features) {
    String[] packages = Stream.of(features).map(name -> ROOT + "." + name).toArray(String[]::new);
    return noClasses()
        .that()
        .resideInAnyPackage(packages)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(ROOT + ".dispatch..", ROOT + ".mail..", ROOT + ".envelope..");
  }
}
