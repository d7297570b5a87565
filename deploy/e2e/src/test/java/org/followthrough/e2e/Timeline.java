package org.followthrough.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Lets time pass from one due touch to the next, without waiting for the days between. */
final class Timeline {

  private final Platform platform;
  private final List<Organization> organizations;
  private final List<String> people;

  Timeline(Platform platform, List<Organization> organizations, List<String> people) {
    this.platform = platform;
    this.organizations = organizations;
    this.people = people;
  }

  /** Waits until all organizations have the same plans: their events have had their effect. */
  void awaitSamePlans() {
    // One look may ask for hundreds of people.
    Platform.await("the same plans")
        .atMost(Duration.ofMinutes(5))
        .untilAsserted(
            () -> {
              List<String> first = plans(organizations.get(0));
              assertThat(first).isNotEmpty();
              for (Organization other : organizations) {
                assertThat(plans(other)).containsExactlyElementsOf(first);
              }
            });
  }

  /** Jumps from due time to due time; at each, all that is due is dealt with. */
  void runTo(Instant end) {
    for (Optional<Instant> next = next(end); next.isPresent(); next = next(end)) {
      platform.jumpTo(next.get().plus(Duration.ofSeconds(1)));
      settle();
    }
    platform.jumpTo(end);
    settle();
  }

  private Optional<Instant> next(Instant end) {
    return touches()
        .filter(Touch::isOpen)
        .map(Touch::dueAt)
        .filter(due -> due.isBefore(end))
        .min(Instant::compareTo);
  }

  /** Waits until nothing is due any more: sent, given up, or put off. */
  private void settle() {
    Platform.await("what is due at " + platform.now())
        .untilAsserted(
            () ->
                assertThat(touches())
                    .filteredOn(Touch::isOpen)
                    .allSatisfy(touch -> assertThat(touch.dueAt()).isAfter(platform.now())));
  }

  private Stream<Touch> touches() {
    return organizations.stream()
        .flatMap(each -> people.stream().flatMap(person -> each.touches(person).stream()));
  }

  /** What was sent: who got what when, by the ids of the HR system, in order. */
  List<String> sent(Organization organization) {
    return lines(
        organization,
        touch ->
            touch.isSent()
                ? touch.recipient()
                    + " "
                    + touch.step()
                    + "/"
                    + touch.occurrence()
                    + " "
                    + touch.localDate()
                    + " about "
                    + touch.about()
                : "");
  }

  // Person by person, for whose manager somebody is shows in whose list a touch stands.
  private List<String> plans(Organization organization) {
    return people.stream().flatMap(person -> plans(organization, person)).toList();
  }

  private static Stream<String> plans(Organization organization, String person) {
    return organization.touches(person).stream()
        .map(
            touch ->
                person
                    + ": "
                    + touch.about()
                    + " "
                    + touch.step()
                    + "/"
                    + touch.occurrence()
                    + " "
                    + touch.dueAt()
                    + " "
                    + touch.state())
        .sorted();
  }

  private List<String> lines(Organization organization, Function<Touch, String> line) {
    List<String> lines = new ArrayList<>();
    people.forEach(person -> organization.touches(person).stream().map(line).forEach(lines::add));
    return lines.stream().filter(each -> !each.isEmpty()).distinct().sorted().toList();
  }
}
