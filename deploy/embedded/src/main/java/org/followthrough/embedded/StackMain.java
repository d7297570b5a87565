package org.followthrough.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;

/**
 * The stack as a process: one line "ready" on standard output when it is up, one more for each
 * command it was given.
 */
final class StackMain {
  private static final int FAILED = 1;
  private static final int MISUSED = 2;

  private StackMain() {}

  static void run(String[] args) {
    try {
      StackOptions options = StackOptions.parse(args);
      QuietLogging.install(options.data());
      EmbeddedStack stack = new EmbeddedStack(options, Clock.systemUTC());
      Runtime.getRuntime().addShutdownHook(new Thread(stack::close, "stop"));
      stack.start();
      System.out.println("ready");
      serve(stack, options);
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage() + "\n" + StackOptions.USAGE);
      System.exit(MISUSED);
    } catch (IOException e) {
      System.err.println(e.getMessage());
      System.exit(FAILED);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void serve(EmbeddedStack stack, StackOptions options)
      throws IOException, InterruptedException {
    if (!options.stopOnEof()) {
      new CountDownLatch(1).await();
    }
    BufferedReader commands =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = commands.readLine(); line != null; line = commands.readLine()) {
      System.out.println(answer(stack, line.strip().split("\\s+")));
    }
    System.exit(0);
  }

  private static String answer(EmbeddedStack stack, String[] command) {
    try {
      switch (command.length == 2 ? command[0] : "") {
        case "restart" -> stack.restart(command[1]);
        case "database" -> stack.postgres().createDatabase(command[1]);
        default -> {
          return "failed: the commands are: restart PART, database NAME";
        }
      }
      return "ready";
    } catch (Exception e) {
      return "failed: " + e.getMessage();
    }
  }
}
