package org.followthrough.kit.clock;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Gives every service the one clock it may read; tests replace it by a clock they set. */
class ClockProducer {

  @Produces
  @Singleton
  @DefaultBean
  Clock clock(
      @ConfigProperty(name = "followthrough.clock.file") Optional<String> file,
      @ConfigProperty(name = "followthrough.clock.start") Optional<Instant> start,
      @ConfigProperty(name = "followthrough.clock.speed", defaultValue = "1") double speed) {
    Clock machine = Clock.systemUTC();
    if (file.isPresent()) {
      return RunningClock.following(machine, Path.of(file.get()));
    }
    if (start.isPresent() || speed != 1) {
      return RunningClock.startingAt(machine, start.orElseGet(machine::instant), speed);
    }
    return machine;
  }
}
