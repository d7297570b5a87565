package org.followthrough.evaluation.store;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneOffset;

/**
 * The machine's own clock, the one exception to the rule that all time is the service clock's (see
 * {@link MachineTime}).
 */
class MachineTimeProducer {

  @Produces
  @Singleton
  @MachineTime
  @DefaultBean
  Clock machineTime() {
    return Clock.tickMillis(ZoneOffset.UTC);
  }
}
