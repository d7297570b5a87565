package org.followthrough.actionplan.followup;

import java.util.Optional;
import org.followthrough.kit.link.Link;

/** Whether a link's recipient may act on the enrollment it names. */
public sealed interface Access {

  /** They may. */
  record Granted(FollowUpContext context, Participant recipient) implements Access {}

  /** What we need to know is still on its way. */
  record NotYet() implements Access {}

  /** It is over for them. */
  record Over(Reason reason) implements Access {}

  /** The link was made out to somebody this page was never for. */
  record Unknown() implements Access {}

  /** Why it is over. */
  enum Reason {
    WITHDRAWN,
    LEFT,
    MANAGER_CHANGED
  }

  /** The learner's pages: for the learner only. */
  static Access ofLearner(Link link, Optional<FollowUpContext> known) {
    if (known.isEmpty()) {
      return new NotYet();
    }
    FollowUpContext context = known.get();
    if (!context.learnerId().equals(link.recipient())) {
      return new Unknown();
    }
    return whileRunning(context).orElseGet(() -> new Granted(context, context.learner()));
  }

  /** The talk pages: for whoever is the learner's manager now. */
  static Access ofManager(Link link, Optional<FollowUpContext> known) {
    if (known.isEmpty()) {
      return new NotYet();
    }
    FollowUpContext context = known.get();
    return whileRunning(context).orElseGet(() -> ofCurrentManager(link, context));
  }

  private static Access ofCurrentManager(Link link, FollowUpContext context) {
    if (!link.recipient().equals(context.learner().managerId())) {
      return new Over(Reason.MANAGER_CHANGED);
    }
    if (context.manager() == null) {
      return new NotYet();
    }
    return context.manager().gone()
        ? new Over(Reason.LEFT)
        : new Granted(context, context.manager());
  }

  private static Optional<Access> whileRunning(FollowUpContext context) {
    if (context.withdrawn()) {
      return Optional.of(new Over(Reason.WITHDRAWN));
    }
    if (context.learner() == null) {
      return Optional.of(new NotYet());
    }
    return context.learner().gone() ? Optional.of(new Over(Reason.LEFT)) : Optional.empty();
  }
}
