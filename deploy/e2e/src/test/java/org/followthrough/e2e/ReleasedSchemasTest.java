package org.followthrough.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The contracts hold together, and keep what the last release promised (ADR 0001). */
class ReleasedSchemasTest {

  private static final Path ROOT = Path.of(System.getProperty("followthrough.root"));
  private static final Path EVENTS = ROOT.resolve("docs/events");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  static List<String> schemas() throws IOException {
    return names(EVENTS.resolve("schemas"));
  }

  static List<String> released() throws IOException {
    return names(EVENTS.resolve("released"));
  }

  @ParameterizedTest
  @MethodSource("released")
  void schemaShouldKeepWhatWasReleased(String type) throws IOException {
    JsonNode released = read(EVENTS.resolve("released").resolve(type + ".json"));
    JsonNode now = read(EVENTS.resolve("schemas").resolve(type + ".json"));

    assertThat(SchemaChanges.breaking(released, now)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'properties':{}}",
        "{'properties':{'a':{'type':'integer'}}}",
        "{'properties':{'a':{'type':['string','null']}}}",
        "{'properties':{'a':{'type':'string','enum':['x']}}}",
        "{'properties':{'a':{'type':'string','enum':['x','y'],'pattern':'^x'}}}",
        "{'required':['b'],'properties':{'a':{'type':'string','enum':['x','y']},'b':{}}}",
        "{'properties':{'a':{'type':'string','enum':['x','y']},"
            + "'l':{'type':'array','items':{'type':'integer'}}}}"
      })
  void breakingChangeShouldBeFound(String now) throws IOException {
    JsonNode released =
        parse(
            "{'properties':{'a':{'type':'string','enum':['x','y']},"
                + "'l':{'type':'array','items':{'type':'string'}}}}");

    assertThat(SchemaChanges.breaking(released, parse(now))).isNotEmpty();
  }

  @Test
  void additionsShouldBeAllowed() throws IOException {
    JsonNode released =
        parse("{'required':['a'],'properties':{'a':{'type':'string','enum':['x']}}}");
    JsonNode now =
        parse(
            "{'required':['a'],'properties':{'a':{'type':'string','enum':['x','y'],"
                + "'description':'said better'},'b':{'type':'integer'}}}");

    assertThat(SchemaChanges.breaking(released, now)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("schemas")
  void everyExampleShouldMeetItsSchema(String type) throws IOException {
    Schema schema =
        REGISTRY.getSchema(
            Files.readString(EVENTS.resolve("schemas").resolve(type + ".json"), UTF_8),
            InputFormat.JSON);
    List<Path> examples = files(EVENTS.resolve("examples").resolve(type));

    assertThat(examples).isNotEmpty();
    for (Path example : examples) {
      assertThat(faults(schema, Files.readString(example, UTF_8))).as("%s", example).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("schemas")
  void schemaShouldRefuseAnExampleWithoutARequiredField(String type) throws IOException {
    JsonNode raw = read(EVENTS.resolve("schemas").resolve(type + ".json"));
    Schema schema = REGISTRY.getSchema(raw.toString(), InputFormat.JSON);

    assertThat(raw.path("required")).isNotEmpty();
    assertThat(faults(schema, "{}")).hasSameSizeAs(raw.path("required"));
  }

  @Test
  void exampleDirectoriesShouldBelongToSchemas() throws IOException {
    try (Stream<Path> directories = Files.list(EVENTS.resolve("examples"))) {
      assertThat(directories.map(path -> path.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(schemas());
    }
  }

  @Test
  void asyncApiShouldNameExactlyTheSchemasAndTopicsThereAre() throws IOException {
    JsonNode document = new YAMLMapper().readTree(EVENTS.resolve("asyncapi.yaml").toFile());
    Set<String> topics = new TreeSet<>();
    Set<String> messages = new TreeSet<>();
    for (JsonNode channel : document.path("channels")) {
      topics.add(channel.path("address").asText());
      channel.path("messages").fieldNames().forEachRemaining(messages::add);
    }

    assertThat(topics).isEqualTo(eventTopics());
    assertThat(messages).containsExactlyElementsOf(new TreeSet<>(schemas()));
    for (String reference : references(document, new ArrayList<>())) {
      if (reference.startsWith("#/")) {
        assertThat(document.at(reference.substring(1)).isMissingNode()).as(reference).isFalse();
      } else {
        assertThat(EVENTS.resolve(reference)).exists();
      }
    }
  }

  private static Set<String> eventTopics() throws IOException {
    try (Stream<String> lines = Files.lines(ROOT.resolve("deploy/topics.txt"))) {
      Set<String> topics = new TreeSet<>();
      lines
          .filter(line -> line.matches("[a-z].*"))
          .map(line -> line.split("\\s+")[0])
          .filter(topic -> !topic.endsWith(".dlq"))
          .forEach(topics::add);
      return topics;
    }
  }

  private static List<String> references(JsonNode node, List<String> found) {
    if (node.path("$ref").isTextual()) {
      found.add(node.path("$ref").asText());
    }
    node.forEach(child -> references(child, found));
    return found;
  }

  private static List<Error> faults(Schema schema, String json) {
    return schema.validate(
        json,
        InputFormat.JSON,
        context -> context.executionConfig(it -> it.formatAssertionsEnabled(true)));
  }

  private static JsonNode parse(String json) throws IOException {
    return JSON.readTree(json.replace('\'', '"'));
  }

  private static JsonNode read(Path file) throws IOException {
    return JSON.readTree(Files.readString(file, UTF_8));
  }

  private static List<String> names(Path directory) throws IOException {
    Set<String> names = new HashSet<>();
    files(directory)
        .forEach(file -> names.add(file.getFileName().toString().replaceFirst("\\.json$", "")));
    return names.stream().sorted().toList();
  }

  private static List<Path> files(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    }
  }
}
