package org.followthrough.actionplan.followup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.followthrough.kit.link.Link;
import org.junit.jupiter.api.Test;

class AccessTest {

  private static final UUID ENROLLMENT = UUID.randomUUID();
  private static final UUID LEARNER = UUID.randomUUID();
  private static final UUID MANAGER = UUID.randomUUID();

  private final Participant learner = person(LEARNER, MANAGER, false);
  private final Participant manager = person(MANAGER, null, false);

  @Test
  void doorShouldAdmitTheLearnerToTheirPages() {
    assertThat(learner(LEARNER, known(false, learner, manager))).isInstanceOf(Access.Granted.class);
    assertThat(learner(MANAGER, known(false, learner, manager))).isEqualTo(new Access.Unknown());
  }

  @Test
  void doorShouldAdmitTheCurrentManagerToTheTalk() {
    assertThat(manager(MANAGER, known(false, learner, manager))).isInstanceOf(Access.Granted.class);
    assertThat(manager(LEARNER, known(false, learner, manager)))
        .isEqualTo(new Access.Over(Access.Reason.MANAGER_CHANGED));
    assertThat(manager(MANAGER, known(false, person(LEARNER, null, false), null)))
        .isEqualTo(new Access.Over(Access.Reason.MANAGER_CHANGED));
  }

  @Test
  void doorShouldAskForPatienceWhileThingsAreOnTheirWay() {
    assertThat(learner(LEARNER, null)).isEqualTo(new Access.NotYet());
    assertThat(learner(LEARNER, known(false, null, null))).isEqualTo(new Access.NotYet());
    assertThat(manager(MANAGER, null)).isEqualTo(new Access.NotYet());
    assertThat(manager(MANAGER, known(false, null, null))).isEqualTo(new Access.NotYet());
    assertThat(manager(MANAGER, known(false, learner, null))).isEqualTo(new Access.NotYet());
  }

  @Test
  void doorShouldBeClosedToTheWithdrawnAndToThoseWhoLeft() {
    assertThat(learner(LEARNER, known(true, learner, manager)))
        .isEqualTo(new Access.Over(Access.Reason.WITHDRAWN));
    assertThat(manager(MANAGER, known(true, learner, manager)))
        .isEqualTo(new Access.Over(Access.Reason.WITHDRAWN));
    assertThat(learner(LEARNER, known(false, person(LEARNER, MANAGER, true), manager)))
        .isEqualTo(new Access.Over(Access.Reason.LEFT));
    assertThat(manager(MANAGER, known(false, learner, person(MANAGER, null, true))))
        .isEqualTo(new Access.Over(Access.Reason.LEFT));
  }

  private static Access learner(UUID recipient, FollowUpContext known) {
    return Access.ofLearner(link("plan", recipient), Optional.ofNullable(known));
  }

  private static Access manager(UUID recipient, FollowUpContext known) {
    return Access.ofManager(link("talk", recipient), Optional.ofNullable(known));
  }

  private static Link link(String purpose, UUID recipient) {
    return new Link(purpose, ENROLLMENT, recipient, "plan", Instant.parse("2027-03-01T00:00:00Z"));
  }

  private static Participant person(UUID id, UUID managerId, boolean gone) {
    return new Participant(id, "E-1", "Ana", "en", "no/such/zone", managerId, gone);
  }

  private static FollowUpContext known(
      boolean withdrawn, Participant learner, Participant manager) {
    return new FollowUpContext(
        ENROLLMENT,
        UUID.randomUUID(),
        LEARNER,
        UUID.randomUUID(),
        null,
        null,
        List.of(),
        null,
        null,
        null,
        withdrawn,
        learner,
        manager);
  }
}
