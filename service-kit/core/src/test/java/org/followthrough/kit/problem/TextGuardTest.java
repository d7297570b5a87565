package org.followthrough.kit.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.followthrough.kit.problem.Problem.FieldError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextGuardTest {
  private static final TextGuard NAME = TextGuard.name(10);
  private static final TextGuard TEXT = TextGuard.freeText(10);

  @ParameterizedTest
  @ValueSource(strings = {"Zoë", "山田 太郎", "محمد", "O'Brien", "🎓🎓", "=SUM(A1)", "<b>", "a  b"})
  void goodNameShouldBeKept(String name) {
    assertThat(NAME.check("/name", name).text()).isEqualTo(name);
    assertThat(NAME.check("/name", name).error()).isEmpty();
  }

  @Test
  void textShouldBeStrippedAndNormalized() {
    assertThat(NAME.check("/name", "  Zoe\u0308 ").text()).isEqualTo("Zo\u00EB");
  }

  @ParameterizedTest
  @MethodSource("neverAllowed")
  void neverAllowedCharactersShouldBeRefused(String character) {
    FieldError expected = new FieldError("/name", "has a character that is not allowed here");

    assertThat(NAME.check("/name", "a" + character + "b").error()).contains(expected);
    assertThat(TEXT.check("/name", "a" + character + "b").error()).contains(expected);
    assertThat(TEXT.check("/name", "a" + character + "b").text()).isNull();
  }

  static Stream<String> neverAllowed() {
    return Stream.concat(
        IntStream.concat(IntStream.range(0, 32), IntStream.range(0x7F, 0xA0))
            .filter(c -> c != '\t' && c != '\n' && c != '\r')
            .mapToObj(Character::toString),
        Stream.of("\uD800", "\uDC00", "\uDC00\uD800", "\uFFFE", "\uFFFF", "\uFDD0"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\n", "\r", "\t", "\u2028", "\u2029", "\u202E", "\u202A", "\u2066", "\u2069", "\u200F",
        "\u061C"
      })
  void lineBreaksAndBidiControlsShouldBeRefusedInNamesOnly(String character) {
    assertThat(NAME.check("/name", "a" + character + "b").error()).isPresent();
    assertThat(TEXT.check("/text", "a" + character + "b").text()).isEqualTo("a" + character + "b");
  }

  @Test
  void lengthShouldCountCharactersAsPeopleTypeThem() {
    assertThat(NAME.check("/name", "🎓".repeat(10)).error()).isEmpty();
    assertThat(NAME.check("/name", "e\u0301".repeat(10)).error()).isEmpty();
    assertThat(NAME.check("/name", "x".repeat(11)).error())
        .contains(new FieldError("/name", "is longer than 10 characters"));
    assertThat(NAME.check("/name", "x".repeat(10_000_000)).error()).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t \n", "\u001c"})
  void blankTextShouldCountAsAbsent(String blank) {
    assertThat(NAME.check("/name", blank)).isEqualTo(NAME.check("/name", null));
    assertThat(NAME.check("/name", blank).text()).isNull();
    assertThat(NAME.check("/name", blank).error()).isEmpty();
    assertThat(NAME.required().check("/name", blank).error())
        .contains(new FieldError("/name", "is required"));
  }
}
