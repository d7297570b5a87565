package org.followthrough.reminder.dispatch;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;

/** Counts mails and withheld touches; never a person in a label. */
@Singleton
class DispatchMetrics {

  private final MeterRegistry registry;

  DispatchMetrics(MeterRegistry registry) {
    this.registry = registry;
  }

  void settled(List<Settlement> settlements) {
    for (Settlement settlement : settlements) {
      String outcome = settlement.envelopeState().toLowerCase(Locale.ROOT);
      registry.counter("mail_sent_total", "outcome", outcome).increment();
    }
  }

  void withheld(List<Withheld> withheld) {
    for (Withheld touch : withheld) {
      registry
          .counter(
              "touches_withheld_total",
              "state",
              touch.state().toLowerCase(Locale.ROOT),
              "reason",
              touch.reason())
          .increment();
    }
  }
}
