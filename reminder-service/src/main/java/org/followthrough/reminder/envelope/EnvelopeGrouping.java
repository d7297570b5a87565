package org.followthrough.reminder.envelope;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Puts what goes to one person in one send window into one envelope. */
public final class EnvelopeGrouping {

  private record Key(UUID personId, String window) {}

  // Names in order read better than ids; the id makes the order total.
  private static final Comparator<Addressed> READING_ORDER =
      // What comes before a course stands before what comes after it.
      Comparator.comparing((Addressed touch) -> !touch.item().template().startsWith("pre-"))
          .thenComparing(touch -> touch.item().template())
          .thenComparing(touch -> String.valueOf(touch.item().learnerName()))
          .thenComparing(touch -> touch.item().touchId());

  private EnvelopeGrouping() {}

  public static List<Envelope> group(List<Addressed> touches, Supplier<UUID> ids) {
    Map<Key, List<Addressed>> groups =
        touches.stream()
            .sorted(READING_ORDER)
            .collect(
                Collectors.groupingBy(
                    touch -> new Key(touch.recipient().personId(), touch.window()),
                    LinkedHashMap::new,
                    Collectors.toList()));
    return groups.entrySet().stream()
        .map(group -> new Envelope(ids.get(), group.getKey().window(), group.getValue()))
        .toList();
  }
}
