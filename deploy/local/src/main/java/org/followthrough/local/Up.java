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
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
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
    try {
      run(Options.parse(List.of(arguments)), Path.of(System.getProperty("followthrough.root")));
    } catch (Options.Misused e) {
      System.err.println("deploy/up: " + e.getMessage() + "\n\n" + Options.USAGE);
      System.exit(MISUSED);
    } catch (StartFailure e) {
      System.err.println("\nFollowthrough could not start.\n" + e.getMessage());
      System.exit(FAILED);
    }
  }

  private static void run(Options options, Path root) throws StartFailure, InterruptedException {
    Instant begin = Instant.now();
    Progress progress =
        line ->
            System.out.printf(
                "  %4.1fs  %s%n", Duration.between(begin, Instant.now()).toMillis() / 1e3, line);
    requireFree(options.port());
    if (options.fresh()) {
      wipe(options.data());
    }
    String url = "http://localhost:" + options.port();
    var plan =
        new LocalStack.Plan(
            root,
            options.data(),
            url,
            options.sample() ? "Brightwater Utilities" : "My organization",
            options.start().orElseGet(() -> options.sample() ? firstMonday() : Instant.now()),
            options.speed());
    LocalStack stack = LocalStack.start(plan, progress);
    Demo demo = options.sample() ? Demo.of(stack, url) : Demo.none();
    FrontDoor door = FrontDoor.open(stack, demo, options.port());
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(door, demo, stack), "stop"));
    writeApiKey(options, stack);
    demo.start();
    announce(options, stack, url);
    new CountDownLatch(1).await();
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

  private static void stop(FrontDoor door, Demo demo, LocalStack stack) {
    demo.close();
    door.close();
    stack.close();
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

  private static void wipe(Path data) throws StartFailure {
    if (!Files.exists(data)) {
      return;
    }
    if (!Files.exists(data.resolve("secrets.properties"))) {
      throw new StartFailure(data + " is not a data directory of Followthrough; not wiping it");
    }
    try (Stream<Path> files = Files.walk(data)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new StartFailure("Cannot wipe " + data + ": " + e.getMessage(), e);
    }
  }
}
