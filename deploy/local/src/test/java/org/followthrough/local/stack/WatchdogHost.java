package org.followthrough.local.stack;

import java.io.IOException;
import java.util.List;

/** A launcher that dies without a word, for {@link WatchdogTest}. */
final class WatchdogHost {

  private WatchdogHost() {}

  public static void main(String[] arguments) throws IOException {
    Process service = new ProcessBuilder("sleep", "600").start();
    Watchdog.start().watch(List.of(service.pid()));
    System.out.println(service.pid());
    System.out.flush();
    System.in.read();
    Runtime.getRuntime().halt(9);
  }
}
