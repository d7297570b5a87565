package org.followthrough.embedded;

import java.util.List;

/** What goes wrong from now on. The first fault that fits and is not used up happens. */
public record Faults(List<Fault> faults) {
  public Faults {
    faults = List.copyOf(faults);
  }

  public static Faults none() {
    return new Faults(List.of());
  }

  public static Faults of(Fault... faults) {
    return new Faults(List.of(faults));
  }
}
