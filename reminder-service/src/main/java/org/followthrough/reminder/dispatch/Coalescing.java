package org.followthrough.reminder.dispatch;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.followthrough.reminder.envelope.Addressed;

/**
 * After an outage a request and its reminders may be due together: the newest stands for all of
 * them. Questions differ from each other; none stands for another.
 */
final class Coalescing {

  private record Thing(UUID enrollmentId, String template) {}

  private final Map<Thing, Addressed> newest = new HashMap<>();

  /**
   * Looks at all that goes out at one moment.
   *
   * @param touches in the order in which they came due
   */
  Coalescing(List<Addressed> touches) {
    touches.forEach(touch -> newest.merge(thing(touch), touch, Coalescing::later));
  }

  /** Whether another touch of the same moment says what this one would. */
  boolean isOvertaken(Addressed touch) {
    return !touch.travelsAlone() && newest.get(thing(touch)) != touch;
  }

  private static Addressed later(Addressed known, Addressed next) {
    return next.item().occurrence() >= known.item().occurrence() ? next : known;
  }

  private static Thing thing(Addressed touch) {
    return new Thing(touch.item().enrollmentId(), touch.item().template());
  }
}
