package org.followthrough.local.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What has happened so far: the latest happenings, and how many of each kind. */
public final class Story {

  /** What is counted. */
  public enum Deed {
    HR_EVENT("HR events posted"),
    EXPECTATION("expectations shared"),
    PLAN("plans committed"),
    TALK("talks logged"),
    ANSWER("questions answered"),
    CHECK_IN("check-ins"),
    EVALUATION("evaluations");

    private final String label;

    Deed(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }
  }

  private static final int KEPT = 60;

  // Who is slow to fill in a form is heard of after those who began later.
  private static final Comparator<Happening> NEWEST_FIRST =
      Comparator.comparing(Happening::at).reversed();

  private final List<Happening> latest = new ArrayList<>();
  private final Map<Deed, Integer> counts = new EnumMap<>(Deed.class);

  synchronized void tell(Instant at, String actor, String text) {
    latest.add(new Happening(at, actor, text));
    latest.sort(NEWEST_FIRST);
    while (latest.size() > KEPT) {
      latest.remove(latest.size() - 1);
    }
  }

  synchronized void count(Deed deed, int times) {
    counts.merge(deed, times, Integer::sum);
  }

  /** Newest first. */
  public synchronized List<Happening> latest() {
    return new ArrayList<>(latest);
  }

  public synchronized int count(Deed deed) {
    return counts.getOrDefault(deed, 0);
  }
}
