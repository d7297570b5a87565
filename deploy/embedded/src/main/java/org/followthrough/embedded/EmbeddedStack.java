package org.followthrough.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;

/** The chosen servers in one JVM, started together. */
public final class EmbeddedStack implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(EmbeddedStack.class.getName());
  private static final Executor THREADS = work -> new Thread(work, "stack").start();

  private final StackOptions options;
  private final StackFile file;
  private final FileChannel lockFile;
  private final Map<String, StackPart> parts = new LinkedHashMap<>();

  public EmbeddedStack(StackOptions options, Clock clock) throws IOException {
    this.options = options;
    this.file = new StackFile(options.data());
    Files.createDirectories(options.data());
    this.lockFile = lock(options.data().resolve("stack.lock"));
    List<Topic> topics =
        options.topics().isPresent() ? TopicsFile.read(options.topics().get()) : List.of();
    for (String part : options.parts()) {
      parts.put(part, part(part, topics, clock));
    }
  }

  private static FileChannel lock(Path path) throws IOException {
    FileChannel channel =
        FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock lock = channel.tryLock();
    if (lock == null) {
      channel.close();
      throw new IOException("another stack works in " + path.getParent());
    }
    return channel;
  }

  private StackPart part(String name, List<Topic> topics, Clock clock) {
    Path directory = options.data().resolve(name.equals("smtp") ? "inbox" : name);
    int port = options.port(name);
    return switch (name) {
      case "kafka" -> new EmbeddedKafka(directory, port, topics);
      case "postgres" ->
          new EmbeddedPostgres(directory, port, options.databases(), options.ephemeral());
      case "mongo" -> new EmbeddedMongo(directory, port);
      case "smtp" -> new SmtpInbox(directory, port, clock);
      default -> throw new IllegalArgumentException("unknown part " + name);
    };
  }

  /** Returns when all parts can be used and DIR/stack.properties is written. */
  public void start() throws IOException {
    file.delete();
    together(StackPart::start);
    writeProperties();
  }

  private void together(Step step) throws IOException {
    CompletableFuture<?>[] running =
        parts.entrySet().stream()
            .map(part -> CompletableFuture.runAsync(() -> take(step, part), THREADS))
            .toArray(CompletableFuture<?>[]::new);
    try {
      CompletableFuture.allOf(running).join();
    } catch (CompletionException e) {
      throw new IOException(e.getCause().getMessage(), e.getCause());
    }
  }

  private static void take(Step step, Map.Entry<String, StackPart> part) {
    try {
      step.of(part.getValue());
    } catch (Exception e) {
      throw new CompletionException(
          new IOException(part.getKey() + " failed: " + e.getMessage(), e));
    }
  }

  private void writeProperties() throws IOException {
    file.write(properties());
  }

  public Map<String, String> properties() {
    Map<String, String> properties = new HashMap<>();
    properties.put("STACK_PID", Long.toString(ProcessHandle.current().pid()));
    parts.values().forEach(part -> properties.putAll(part.properties()));
    return properties;
  }

  /** Stops one part, unless it is dead already, and starts it again on its port and data. */
  public void restart(String name) throws Exception {
    StackPart part = part(name, StackPart.class);
    part.close();
    part.start();
    writeProperties();
  }

  public EmbeddedKafka kafka() {
    return part("kafka", EmbeddedKafka.class);
  }

  public EmbeddedPostgres postgres() {
    return part("postgres", EmbeddedPostgres.class);
  }

  public EmbeddedMongo mongo() {
    return part("mongo", EmbeddedMongo.class);
  }

  public SmtpInbox inbox() {
    return part("smtp", SmtpInbox.class);
  }

  private <T extends StackPart> T part(String name, Class<T> type) {
    return Optional.ofNullable(parts.get(name))
        .map(type::cast)
        .orElseThrow(() -> new IllegalArgumentException("this stack has no " + name));
  }

  @Override
  public void close() {
    try {
      together(StackPart::close);
      file.delete();
      lockFile.close();
      if (options.ephemeral()) {
        Trees.delete(options.data());
      }
    } catch (IOException e) {
      LOG.log(System.Logger.Level.WARNING, "the stack did not stop cleanly", e);
    }
  }

  public static void main(String[] args) {
    StackMain.run(args);
  }

  private interface Step {
    void of(StackPart part) throws Exception;
  }
}
