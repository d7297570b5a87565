package org.followthrough.local.stack;

/** Where the stack says how far it is. */
@FunctionalInterface
public interface Progress {
  void say(String line);
}
