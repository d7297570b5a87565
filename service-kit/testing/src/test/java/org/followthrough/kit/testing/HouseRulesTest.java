package org.followthrough.kit.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A rule that cannot fire guards nothing: each is shown a class that breaks it. */
class HouseRulesTest {
  private static final String VIOLATIONS = "org.followthrough.kit.testing.violations";
  private final JavaClasses violating = new ClassFileImporter().importPackages(VIOLATIONS);
  private final JavaClasses kit = HouseRules.production("org.followthrough.kit.event");

  @Test
  void ownClockShouldBeFound() {
    assertThat(violations(HouseRules.noOwnClock()))
        .hasSize(6)
        .allMatch(line -> line.contains("AsksTheMachine"))
        .noneMatch(line -> line.contains("injected"));
    assertHolds(HouseRules.noOwnClock());
  }

  @Test
  void impureDomainShouldBeFound() {
    assertThat(violations(HouseRules.pureDomain(VIOLATIONS)))
        .isNotEmpty()
        .anyMatch(line -> line.contains("DecidesInTheFuture"));
    assertThat(violations(HouseRules.pureDomain(VIOLATIONS + ".DecidesInTheFuture"))).isNotEmpty();
    assertThat(violations(HouseRules.pureDomain(VIOLATIONS + ".PersonHelper"))).isEmpty();
  }

  @Test
  void domainThatDoesNotExistShouldBeFound() {
    ArchRule rule = HouseRules.pureDomain("org.followthrough.nowhere");

    assertThat(rule).satisfies(HouseRulesTest::failsOnTheKit);
  }

  @Test
  void emptyNamesShouldBeFound() {
    assertThat(violations(HouseRules.houseNames()))
        .singleElement()
        .asString()
        .contains("PersonHelper");
    assertHolds(HouseRules.houseNames());
  }

  @Test
  void otherServicesShouldBeFound() {
    assertThat(violations(HouseRules.noOtherService("reminder")))
        .isNotEmpty()
        .allMatch(line -> line.contains("KnowsAnotherService"));
    assertThat(violations(HouseRules.noOtherService("booster"))).isEmpty();
  }

  @Test
  void publishingPastTheOutboxShouldBeFound() {
    assertThat(violations(HouseRules.noPublishingPastTheOutbox()))
        .isNotEmpty()
        .allMatch(line -> line.contains("PublishesDirectly"));
    assertHolds(HouseRules.noPublishingPastTheOutbox());
  }

  @Test
  void everyRuleShouldNameItsDecision() {
    assertThat(
            List.of(
                HouseRules.noOwnClock(),
                HouseRules.pureDomain(VIOLATIONS),
                HouseRules.noOtherService("booster"),
                HouseRules.noPublishingPastTheOutbox()))
        .allMatch(rule -> rule.getDescription().matches(".*\\(docs/adr/\\d{4}.*\\)"));
  }

  private List<String> violations(ArchRule rule) {
    return rule.evaluate(violating).getFailureReport().getDetails();
  }

  private void assertHolds(ArchRule rule) {
    assertThat(rule.evaluate(kit).getFailureReport().getDetails()).isEmpty();
  }

  private static void failsOnTheKit(ArchRule rule) {
    JavaClasses kit = HouseRules.production("org.followthrough.kit.event");
    org.assertj.core.api.Assertions.assertThatThrownBy(() -> rule.check(kit))
        .isInstanceOf(AssertionError.class);
  }
}
