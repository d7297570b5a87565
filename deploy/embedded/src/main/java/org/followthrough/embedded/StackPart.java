package org.followthrough.embedded;

import java.util.Map;

/** One server of the stack. A stopped part can be started again, on the same port and data. */
public interface StackPart extends AutoCloseable {
  void start() throws Exception;

  /** What others need to connect, by the names of the environment variables that services read. */
  Map<String, String> properties();

  @Override
  void close();
}
