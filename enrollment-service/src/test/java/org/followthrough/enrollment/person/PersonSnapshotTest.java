package org.followthrough.enrollment.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.followthrough.enrollment.fact.Stamp;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class PersonSnapshotTest {

  private static final Instant START = Instant.parse("2027-01-01T00:00:00Z");
  private static final PersonSnapshot STUB =
      new PersonSnapshot(new UUID(0, 1), new UUID(0, 2), "E-1", null, null, null, false, 0);

  private static Stamp stamp(int second, String id) {
    return new Stamp(START.plusSeconds(second), id, "/hr");
  }

  private static PersonProfile named(String name) {
    return new PersonProfile("a@example.org", name, "Europe/Berlin", null, null, null, null);
  }

  @Test
  void profileToldAfterLeavingShouldBringThemBack() {
    PersonSnapshot back = STUB.left(stamp(1, "a")).upserted(named("Ana"), stamp(2, "b"));

    assertThat(back.gone()).isFalse();
  }

  @Test
  void sameProfileToldAgainShouldNotBeANewVersion() {
    PersonSnapshot once = STUB.upserted(named("Ana"), stamp(1, "a")).versionedAfter(STUB);
    PersonSnapshot twice = once.upserted(named("Ana"), stamp(2, "b"));

    assertThat(once.version()).isEqualTo(1);
    assertThat(twice.versionedAfter(once).version()).isEqualTo(1);
    assertThat(twice.profileStamp()).isEqualTo(stamp(2, "b"));
  }

  @RepeatedTest(300)
  void anyOrderAndDuplicationShouldGiveTheSamePerson(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    List<UnaryOperator<PersonSnapshot>> facts = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      Stamp stamp = stamp(random.nextInt(4), "e-" + i);
      PersonProfile profile = named("name " + i);
      facts.add(random.nextInt(3) == 0 ? p -> p.left(stamp) : p -> p.upserted(profile, stamp));
    }
    PersonSnapshot inOrder = apply(facts);

    List<UnaryOperator<PersonSnapshot>> disordered = new ArrayList<>(facts);
    disordered.addAll(facts.subList(0, 3));
    Collections.shuffle(disordered, random);

    assertThat(apply(disordered)).isEqualTo(inOrder);
  }

  private static PersonSnapshot apply(List<UnaryOperator<PersonSnapshot>> facts) {
    PersonSnapshot person = STUB;
    for (UnaryOperator<PersonSnapshot> fact : facts) {
      person = fact.apply(person);
    }
    return person;
  }
}
