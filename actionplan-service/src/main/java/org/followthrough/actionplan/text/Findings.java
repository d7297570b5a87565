package org.followthrough.actionplan.text;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts findings of several looks at a form together. */
public final class Findings {

  private Findings() {}

  /** All of them, the first of each field. */
  @SafeVarargs
  public static List<Finding> firstOfEachField(Collection<? extends Finding>... looks) {
    Map<String, Finding> first = new LinkedHashMap<>();
    for (Collection<? extends Finding> look : looks) {
      look.forEach(finding -> first.putIfAbsent(finding.field(), finding));
    }
    return List.copyOf(first.values());
  }
}
