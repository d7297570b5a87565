package org.followthrough.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Properties;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A word without a translation would silently be shown in English. */
class GermanTest {

  private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)}");

  @ParameterizedTest
  @CsvSource({
    "org.followthrough.evaluation.form.FormMessages, form",
    "org.followthrough.evaluation.console.ConsoleMessages, console"
  })
  void everyMessageShouldBeTranslatedWithItsParameters(String bundle, String file)
      throws Exception {
    Properties german = read("messages/" + file + "_de.properties");
    var methods = Arrays.asList(Class.forName(bundle).getDeclaredMethods());

    assertThat(german.stringPropertyNames())
        .containsExactlyInAnyOrderElementsOf(methods.stream().map(each -> each.getName()).toList());
    for (var method : methods) {
      assertThat(PARAMETER.matcher(german.getProperty(method.getName())).results())
          .as(method.getName())
          .hasSize(method.getParameterCount());
    }
  }

  private static Properties read(String resource) throws IOException {
    var properties = new Properties();
    try (Reader reader =
        new InputStreamReader(
            GermanTest.class.getClassLoader().getResourceAsStream(resource),
            StandardCharsets.UTF_8)) {
      properties.load(reader);
    }
    return properties;
  }
}
