package org.followthrough.kit.testing;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The house rules as ArchUnit rules; each names the decision it guards. A service's
 * ArchitectureTest says which of its classes are pure domain and lets all of them check:
 *
 * <pre>{@code
 * @Test
 * void houseRulesHold() {
 *   HouseRules.check("booster", "org.followthrough.booster.memory", "org.followthrough.booster.question.Question");
 * }
 * }</pre>
 */
public final class HouseRules {

  private static final String ROOT = "org.followthrough";
  private static final List<String> SERVICES =
      List.of("enrollment", "actionplan", "reminder", "booster", "evaluation");
  private static final Set<String> CLOCKLESS =
      Set.of(
          "java.time.Instant.now",
          "java.time.LocalDate.now",
          "java.time.LocalTime.now",
          "java.time.LocalDateTime.now",
          "java.time.OffsetDateTime.now",
          "java.time.ZonedDateTime.now",
          "java.time.Year.now",
          "java.time.YearMonth.now",
          "java.time.Clock.systemUTC",
          "java.time.Clock.systemDefaultZone",
          "java.time.Clock.system",
          "java.lang.System.currentTimeMillis",
          "java.lang.Thread.sleep",
          "java.util.Date.<init>");

  private HouseRules() {}

  /**
   * Checks all rules on the production classes of one service.
   *
   * @param service its short name, e.g. {@code booster}
   * @param domain the packages (with all below them) and classes that are pure domain, by full name
   * @throws AssertionError naming each violation and the decision it breaks
   */
  public static void check(String service, String... domain) {
    JavaClasses production = production(ROOT + "." + service);
    noOwnClock().check(production);
    pureDomain(domain).check(production);
    houseNames().check(production);
    noOtherService(service).check(production);
    noPublishingPastTheOutbox().check(production);
  }

  /** The classes of a package and below, without those of tests. */
  public static JavaClasses production(String packageName) {
    return new ClassFileImporter()
        .withImportOption(new ImportOption.DoNotIncludeTests())
        .importPackages(packageName);
  }

  /** Nobody asks the machine for the time, and nobody sleeps: there is one clock, injected. */
  public static ArchRule noOwnClock() {
    return noClasses()
        .should()
        .callCodeUnitWhere(describe("the machine's clock is asked", HouseRules::asksTheMachine))
        .because("time is the injected clock's, which runs fast or stands still" + adr("0008"));
  }

  /**
   * The domain decides synchronously, with plain Java.
   *
   * @param domain packages (with all below them) and classes, by full name; a name that fits no
   *     class at all fails the rule
   */
  public static ArchRule pureDomain(String... domain) {
    return classes()
        .that(describe("are of the domain " + Arrays.toString(domain), isOneOf(domain)))
        .should()
        .onlyDependOnClassesThat(describe("are no plumbing", it -> !isPlumbing(it)))
        .because("the domain is a pure function of its arguments" + adr("0003"));
  }

  /** Names say what a thing is; these words say nothing. */
  public static ArchRule houseNames() {
    return noClasses()
        .should()
        .haveNameMatching(".*(Helper|Util|Utils|Manager|Data|Info|Common)(\\$.*)?")
        .because("a name is a word of our language, not a drawer (docs/architecture.md)");
  }

  /** Services know each other by events and schemas alone. */
  public static ArchRule noOtherService(String service) {
    String[] others =
        SERVICES.stream()
            .filter(other -> !other.equals(service))
            .map(other -> ROOT + "." + other + "..")
            .toArray(String[]::new);
    return noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(others)
        .because("services share schemas, never classes" + adr("0001"));
  }

  /** Events leave through the outbox, in the transaction of the state they tell of. */
  public static ArchRule noPublishingPastTheOutbox() {
    return noClasses()
        .should()
        .dependOnClassesThat(
            describe("publish to Kafka directly", it -> PUBLISHERS.contains(it.getName())))
        .because("state and event commit together or not at all" + adr("0002"));
  }

  private static final Set<String> PUBLISHERS =
      Set.of(
          "org.eclipse.microprofile.reactive.messaging.Emitter",
          "org.eclipse.microprofile.reactive.messaging.Outgoing",
          "io.smallrye.reactive.messaging.MutinyEmitter",
          "org.apache.kafka.clients.producer.KafkaProducer",
          "org.followthrough.kit.outbox.KafkaEventPublisher");

  private static boolean asksTheMachine(JavaCall<?> call) {
    String name = call.getTargetOwner().getName() + "." + call.getName();
    boolean takesClock =
        call.getTarget().getRawParameterTypes().stream()
            .anyMatch(it -> it.isEquivalentTo(java.time.Clock.class));
    boolean dateOfMillis =
        name.equals("java.util.Date.<init>") && !call.getTarget().getRawParameterTypes().isEmpty();
    return CLOCKLESS.contains(name) && !takesClock && !dateOfMillis;
  }

  private static DescribedPredicate<JavaClass> isOneOf(String... domain) {
    return describe(
        "named",
        it ->
            Arrays.stream(domain)
                .anyMatch(
                    name -> (it.getName() + ".").startsWith(name + ".") || isWithin(it, name)));
  }

  private static boolean isWithin(JavaClass it, String outer) {
    return it.getName().startsWith(outer + "$");
  }

  private static boolean isPlumbing(JavaClass it) {
    return Stream.of(
            "io.smallrye.mutiny",
            "io.vertx",
            "io.quarkus",
            "jakarta.persistence",
            "jakarta.ws.rs",
            "org.hibernate",
            "org.apache.kafka",
            "com.mongodb",
            "java.sql")
        .anyMatch(it.getPackageName()::startsWith);
  }

  private static String adr(String number) {
    Path decisions = RepositoryRoot.find().resolve("docs/adr");
    try (Stream<Path> files = Files.list(decisions)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.startsWith(number))
          .findFirst()
          .map(name -> " (docs/adr/" + name + ")")
          .orElse(" (docs/adr/" + number + ")");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
