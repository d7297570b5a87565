package org.followthrough.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/** Free ports of this machine. */
public final class Ports {
  // Below the ephemeral range, so that no outgoing connection can take the port while a part
  // restarts.
  private static final int LOWEST = 15_000;
  private static final int HIGHEST = 32_000;
  private static final int ATTEMPTS = 200;

  // Between being found and being listened at a port is free for a second finder, too.
  private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

  private Ports() {}

  /** The port itself, or a free one when it is 0. */
  static int orFree(int port) {
    return port == 0 ? free() : port;
  }

  /** A free port that no outgoing connection will take, another one each time. */
  public static int free() {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      int candidate = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
      if (isFree(candidate) && GIVEN.add(candidate)) {
        return candidate;
      }
    }
    throw new UncheckedIOException(new IOException("no free port between 15000 and 32000"));
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
