package org.followthrough.actionplan;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.followthrough.kit.testing.RepositoryRoot;

/** The contracts of events, as they lie in the repository. */
public final class Schemas {

  private static final Path EVENTS = RepositoryRoot.find().resolve("docs/events");
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  private Schemas() {}

  /** What is wrong with a payload of that type. */
  public static List<String> faults(String type, String json) {
    String schema = read(EVENTS.resolve("schemas").resolve(type + ".json"));
    return REGISTRY
        .getSchema(schema)
        .validate(
            json,
            InputFormat.JSON,
            context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
        .stream()
        .map(Error::toString)
        .toList();
  }

  /** Every published example of that type. */
  public static List<String> examples(String type) {
    try (Stream<Path> files = Files.list(EVENTS.resolve("examples").resolve(type))) {
      return files.sorted().map(Schemas::read).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
