package org.followthrough.actionplan;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import org.followthrough.actionplan.text.ImpureForm;
import org.followthrough.kit.testing.HouseRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  private static final String BASE = "org.followthrough.actionplan.";
  private static final JavaClasses SERVICE = HouseRules.production("org.followthrough.actionplan");

  // By what is not domain, so that a new class is held to the rule from its first day.
  private static final DescribedPredicate<JavaClass> MACHINERY =
      DescribedPredicate.describe(
          "machinery",
          type ->
              type.getSimpleName()
                  .matches(
                      ".*(Service|Repository|Row|Consumer|FollowUp|FollowUps|FollowUpContexts|"
                          + "FollowUpStories)"));

  private static final ArchRule DOMAIN_IS_PURE =
      noClasses()
          .that(DescribedPredicate.not(MACHINERY))
          .and()
          .resideInAnyPackage(
              "..actionplan.text..",
              "..actionplan.followup..",
              "..actionplan.expectation..",
              "..actionplan.reflection..",
              "..actionplan.plan..",
              "..actionplan.talk..",
              "..actionplan.progress..",
              "..actionplan.story..")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(
                  "io.smallrye.mutiny..",
                  "io.vertx..",
                  "io.quarkus..",
                  "jakarta.persistence..",
                  "jakarta.ws.rs..",
                  "org.hibernate.."))
          .because("the domain decides with plain Java, see docs/adr/0003");

  @Test
  void houseRulesShouldHold() {
    HouseRules.check(
        "actionplan",
        BASE + "text",
        BASE + "plan.Plan",
        BASE + "plan.PlanPolicy",
        BASE + "progress.Progress",
        BASE + "followup.Access",
        BASE + "story.Completeness");
  }

  @Test
  void domainShouldBePure() {
    DOMAIN_IS_PURE.check(SERVICE);
  }

  @Test
  void impureDomainShouldBeFound() {
    JavaClasses offender = new ClassFileImporter().importClasses(ImpureForm.class);

    assertThat(DOMAIN_IS_PURE.evaluate(offender).hasViolation()).isTrue();
  }

  @Test
  void featuresShouldDependOnEachOtherInOneDirection() {
    slices()
        .matching("org.followthrough.actionplan.(*)..")
        .should()
        .beFreeOfCycles()
        .check(SERVICE);
  }
}
