package org.followthrough.local;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.followthrough.embedded.QuietLogging;
import org.followthrough.local.demo.Demo;
import org.followthrough.local.door.FrontDoor;
import org.followthrough.local.stack.LocalStack;
import org.followthrough.local.stack.Progress;
import org.followthrough.local.stack.StartFailure;

/** {@code deploy/up}: starts all of Followthrough on this machine and keeps it running. */
public final class Up {

  private static final int FAILED = 1;
  private static final int MISUSED = 2;

  private Up() {}

  public static void main(String[] arguments) throws InterruptedException {
    if (List.of(arguments).contains("--help")) {
      System.out.print(Options.USAGE);
      return;
    }
    var closing = new Closing();
    try {
      run(
          Options.parse(List.of(arguments)),
          Path.of(System.getProperty("followthrough.root")),
          closing);
    } catch (Options.Misused e) {
      System.err.println("deploy/up: " + e.getMessage() + "\n\n" + Options.USAGE);
      System.exit(MISUSED);
    } catch (StartFailure e) {
      if (!closing.begun()) {
        System.err.println("\nFollowthrough could not start.\n" + e.getMessage());
      }
      System.exit(FAILED);
    }
  }

  private static void run(Options options, Path root, Closing closing)
      throws StartFailure, InterruptedException {
    Instant begin = Instant.now();
    Progress progress =
        line ->
            System.out.printf(
                "  %4.1fs  %s%n", Duration.between(begin, Instant.now()).toMillis() / 1e3, line);
    requireFree(options.port());
    String url = "http://localhost:" + options.port();
    LocalStack stack = LocalStack.open(plan(options, root, url), progress);
    closing.add(stack);
    Runtime.getRuntime().addShutdownHook(new Thread(closing::close, "stop"));
    logTo(options.data());
    stack.start();
    if (isRealTime(options)) {
      // The clock stood still while services started.
      stack.clock().jumpTo(Instant.now());
    }
    Demo demo = options.sample() ? Demo.of(stack, url, options.speed()) : Demo.none();
    closing.add(demo);
    closing.add(FrontDoor.open(stack, demo, options.port()));
    writeApiKey(options, stack);
    demo.start();
    announce(options, stack, url);
    new CountDownLatch(1).await();
  }

  private static LocalStack.Plan plan(Options options, Path root, String url) {
    return new LocalStack.Plan(
        root,
        options.data(),
        options.fresh(),
        url,
        options.sample() ? "Brightwater Utilities" : "My organization",
        options.start().orElseGet(() -> options.sample() ? firstMonday() : Instant.now()),
        // The sample's people are introduced before time begins to run.
        options.sample() ? 0 : options.speed());
  }

  private static void logTo(Path data) throws StartFailure {
    try {
      QuietLogging.install(data);
      Logger.getLogger("org.followthrough").setLevel(Level.WARNING);
    } catch (IOException e) {
      throw new StartFailure("Cannot write to " + data + ": " + e.getMessage(), e);
    }
  }

  private static boolean isRealTime(Options options) {
    return options.speed() == 1 && options.start().isEmpty() && !options.sample();
  }

  private static void announce(Options options, LocalStack stack, String url) {
    System.out.println();
    System.out.println("Followthrough is ready: " + url);
    if (!options.sample()) {
      System.out.println("API key: " + stack.secrets().apiKey());
    }
    System.out.println("  " + url + "/inbox    every mail it sends");
    System.out.println("  " + url + "/console  what came of it");
    System.out.println("  " + url + "/docs     the API");
    System.out.println("Ctrl-C stops all of it. Data and logs: " + options.data());
  }

  private static void writeApiKey(Options options, LocalStack stack) throws StartFailure {
    try {
      Files.writeString(options.data().resolve("api-key"), stack.secrets().apiKey() + "\n");
    } catch (IOException e) {
      throw new StartFailure("Cannot write the API key to " + options.data(), e);
    }
  }

  // A demonstration is easiest to follow when it starts with a working week.
  private static Instant firstMonday() {
    LocalDate monday = LocalDate.of(2027, 1, 4);
    return monday.atTime(5, 0).toInstant(ZoneOffset.UTC);
  }

  private static void requireFree(int port) throws StartFailure {
    try (var socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress("127.0.0.1", port));
    } catch (IOException e) {
      throw new StartFailure(
          "Port " + port + " is taken. Stop what uses it, or name another: deploy/up --port 8090");
    }
  }
}
