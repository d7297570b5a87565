package org.followthrough.local.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Starts the services, starts those again that die, and leaves none behind. */
final class Supervisor implements AutoCloseable {

  // On a busy machine of two cores five services have taken 107 seconds.
  private static final Duration READY_LIMIT = Duration.ofSeconds(300);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(8);
  private static final long LOOK_MILLIS = 100;
  private static final int MOST_RESTARTS = 20;
  private static final int LAST_LINES = 12;

  private final DataDirectory directory;
  private final Progress progress;
  private final Map<String, ServiceProcess> services = new LinkedHashMap<>();
  private final Map<String, Integer> restarts = new HashMap<>();
  private Watchdog watchdog;
  private boolean stopping;

  Supervisor(DataDirectory directory, Progress progress) {
    this.directory = directory;
    this.progress = progress;
  }

  synchronized void add(ServiceProcess service) {
    services.put(service.name(), service);
  }

  synchronized List<ServiceProcess> services() {
    return List.copyOf(services.values());
  }

  synchronized ServiceProcess service(String name) {
    return services.get(name);
  }

  /** Starts all, and returns when each says it is ready. */
  void startAll() throws StartFailure {
    // All at once: two at a time took a third longer on two cores, for each waits now and then.
    for (ServiceProcess service : services()) {
      startFirst(service);
    }
    awaitReady();
    services().forEach(this::superviseOne);
  }

  void awaitReady() throws StartFailure {
    List<ServiceProcess> waiting = new ArrayList<>(services());
    long deadline = deadline();
    while (!waiting.isEmpty()) {
      look(waiting, deadline);
    }
  }

  private void look(List<ServiceProcess> waiting, long deadline) throws StartFailure {
    for (ServiceProcess service : List.copyOf(waiting)) {
      if (service.ready()) {
        progress.say(service.name() + " is ready");
        waiting.remove(service);
      } else if (isLost(service)) {
        throw new StartFailure(service.name() + " ended while starting. " + lastWords(service));
      }
    }
    if (!waiting.isEmpty() && System.nanoTime() > deadline) {
      ServiceProcess first = waiting.get(0);
      String limit = READY_LIMIT.toSeconds() + " seconds. ";
      throw new StartFailure(first.name() + " is not ready after " + limit + lastWords(first));
    }
    if (!waiting.isEmpty()) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(LOOK_MILLIS));
    }
  }

  // One that ran before is started again by its supervisor.
  private synchronized boolean isLost(ServiceProcess service) {
    return stopping || !service.alive() && !restarts.containsKey(service.name());
  }

  private static String lastWords(ServiceProcess service) {
    return "The end of "
        + service.log()
        + ":\n  "
        + String.join("\n  ", service.lastWords(LAST_LINES));
  }

  private static long deadline() {
    return System.nanoTime() + READY_LIMIT.toNanos();
  }

  private synchronized void startFirst(ServiceProcess service) throws StartFailure {
    if (stopping) {
      throw new StartFailure("It was stopped.");
    }
    launch(service);
  }

  private void superviseOne(ServiceProcess service) {
    service.ended().thenRun(() -> startAgain(service));
  }

  private synchronized void startAgain(ServiceProcess service) {
    if (stopping) {
      return;
    }
    if (restarts.merge(service.name(), 1, Integer::sum) > MOST_RESTARTS) {
      progress.say(service.name() + " died too often and stays down; see " + service.log());
      return;
    }
    progress.say(service.name() + " died and is started again; see " + service.log());
    launch(service);
    superviseOne(service);
  }

  private void launch(ServiceProcess service) {
    service.start();
    List<Long> pids =
        services.values().stream().filter(ServiceProcess::alive).map(ServiceProcess::pid).toList();
    try {
      directory.pids().write(pids);
      if (watchdog == null) {
        watchdog = Watchdog.start();
      }
      watchdog.watch(pids);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot note which services run", e);
    }
  }

  @Override
  public void close() {
    synchronized (this) {
      stopping = true;
    }
    services().parallelStream().forEach(service -> service.stop(STOP_LIMIT));
    try {
      directory.pids().endLeftovers();
    } catch (IOException e) {
      progress.say("cannot delete the list of processes: " + e.getMessage());
    }
    if (watchdog != null) {
      watchdog.close();
    }
  }
}
