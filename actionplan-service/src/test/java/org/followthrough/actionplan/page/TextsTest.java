package org.followthrough.actionplan.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {

  private static final Pattern PARAMETERS = Pattern.compile("\\{\\w+}");

  @ParameterizedTest
  @ValueSource(
      classes = {
        PageTexts.class,
        CourseTexts.class,
        PlanTexts.class,
        CheckInTexts.class,
        TalkTexts.class
      })
  void germanShouldSayAllThatEnglishSays(Class<?> texts) throws IOException {
    Properties german = german(texts.getAnnotation(MessageBundle.class).value());

    assertThat(german.stringPropertyNames())
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(texts.getDeclaredMethods()).map(Method::getName).toList());
    for (Method text : texts.getDeclaredMethods()) {
      String english = text.getAnnotation(Message.class).value();
      assertThat(parameters(german.getProperty(text.getName())))
          .as(text.getName())
          .containsExactlyInAnyOrder(parameters(english));
    }
  }

  private static String[] parameters(String text) {
    return PARAMETERS.matcher(text).results().map(MatchResult::group).toArray(String[]::new);
  }

  private static Properties german(String bundle) throws IOException {
    var messages = new Properties();
    String file = "/messages/" + bundle + "_de.properties";
    try (Reader reader =
        new InputStreamReader(TextsTest.class.getResourceAsStream(file), StandardCharsets.UTF_8)) {
      messages.load(reader);
    }
    return messages;
  }
}
