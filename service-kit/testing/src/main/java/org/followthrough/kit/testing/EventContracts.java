package org.followthrough.kit.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.followthrough.kit.event.EventJson;

/**
 * The contracts of events under docs/events: JSON Schemas (draft 2020-12, formats asserted) and
 * examples, by event type such as {@code enrollment.CourseCompleted.v1}.
 */
public final class EventContracts {

  private static final Path EVENTS = Path.of("docs", "events");
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
  private static final Map<String, Schema> SCHEMAS = new ConcurrentHashMap<>();

  private EventContracts() {}

  /** All types that have a schema, in alphabetical order. */
  public static List<String> types() {
    return files(directory().resolve("schemas")).stream()
        .map(file -> file.getFileName().toString().replaceFirst("\\.json$", ""))
        .toList();
  }

  /**
   * The published examples of a type, as they are in the files.
   *
   * @throws AssertionError if there is none: a type that is consumed has examples
   */
  public static List<byte[]> examples(String type) {
    Path directory = directory().resolve("examples").resolve(type);
    List<Path> files = Files.isDirectory(directory) ? files(directory) : List.of();
    if (files.isEmpty()) {
      throw new AssertionError("no example of " + type + " in " + directory);
    }
    return files.stream().map(EventContracts::read).toList();
  }

  /**
   * Asserts that a payload, written as a publisher writes it, meets its schema.
   *
   * @throws AssertionError naming each place where it does not, or that there is no such schema
   */
  public static void assertValid(String type, Object payload) {
    assertValid(type, EventJson.write(payload));
  }

  /**
   * Asserts that the bytes of a payload meet the schema of that type.
   *
   * @throws AssertionError naming each place where they do not, or that there is no such schema
   */
  public static void assertValid(String type, byte[] payload) {
    String json = new String(payload, UTF_8);
    List<Error> errors =
        schema(type)
            .validate(
                json,
                InputFormat.JSON,
                context -> context.executionConfig(it -> it.formatAssertionsEnabled(true)));
    if (!errors.isEmpty()) {
      throw new AssertionError(type + " " + errors + " in " + json);
    }
  }

  private static Schema schema(String type) {
    return SCHEMAS.computeIfAbsent(
        type,
        ignored -> {
          Path file = directory().resolve("schemas").resolve(type + ".json");
          if (!Files.exists(file)) {
            throw new AssertionError("no schema " + file);
          }
          return REGISTRY.getSchema(new String(read(file), UTF_8), InputFormat.JSON);
        });
  }

  private static Path directory() {
    return RepositoryRoot.find().resolve(EVENTS);
  }

  private static List<Path> files(Path directory) {
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
