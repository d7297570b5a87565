package org.followthrough.embedded;

import java.io.IOException;

final class Signals {
  private Signals() {}

  /** SIGINT, PostgreSQL's fast shutdown; Java itself can send only TERM and KILL. */
  static void interrupt(long pid) throws IOException, InterruptedException {
    new ProcessBuilder("sh", "-c", "kill -INT \"$0\"", Long.toString(pid)).start().waitFor();
  }
}
