package org.followthrough.embedded;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Faults in use: how often each may still happen. */
final class FaultCounts {
  private final Map<Fault, AtomicInteger> left = new LinkedHashMap<>();

  FaultCounts(Faults faults) {
    faults.faults().forEach(fault -> left.put(fault, new AtomicInteger(fault.times())));
  }

  Optional<Fault> next(Fault.At at, Fault.Kind kind, Collection<String> recipients) {
    return left.entrySet().stream()
        .filter(entry -> entry.getKey().at() == at && entry.getKey().kind() == kind)
        .filter(entry -> entry.getKey().concerns(recipients))
        .filter(entry -> take(entry.getKey(), entry.getValue()))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private static boolean take(Fault fault, AtomicInteger count) {
    return fault.times() == Integer.MAX_VALUE
        || count.getAndUpdate(value -> Math.max(0, value - 1)) > 0;
  }
}
