package org.followthrough.actionplan;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  private static final JavaClasses SERVICE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.followthrough.actionplan");

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

  private static final ArchRule TIME_COMES_FROM_THE_CLOCK =
      noClasses()
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(LocalDate.class, "now")
          .because("all services share one clock, see docs/adr/0008");

  @Test
  void domainIsPure() {
    DOMAIN_IS_PURE.check(SERVICE);
  }

  @Test
  void timeComesFromTheClock() {
    TIME_COMES_FROM_THE_CLOCK.check(SERVICE);
  }

  @Test
  void featuresDependOnEachOtherInOneDirection() {
    slices()
        .matching("org.followthrough.actionplan.(*)..")
        .should()
        .beFreeOfCycles()
        .check(SERVICE);
  }

  @Test
  void theRulesFire() {
    JavaClasses offender = new ClassFileImporter().importClasses(Offender.class);

    assertThat(TIME_COMES_FROM_THE_CLOCK.evaluate(offender).hasViolation()).isTrue();
    assertThat(
            noClasses()
                .should()
                .dependOnClassesThat(resideInAnyPackage("io.smallrye.mutiny.."))
                .evaluate(offender)
                .hasViolation())
        .isTrue();
  }

  static final class Offender {
    Uni<Instant> breaksBoth() {
      return Uni.createFrom().item(Instant.now());
    }
  }
}
