package org.followthrough.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.followthrough.bench.bed.Line;
import org.followthrough.bench.bed.Row;
import org.followthrough.bench.bed.Scale;
import org.followthrough.bench.bed.TestBed;
import org.junit.jupiter.api.Test;

class OptionsTest {

  private static final List<Row> KNOWN = List.of(new Named("intake"), new Named("dispatch"));

  @Test
  void optionsShouldTakeAllRowsWhenNoneIsNamed() throws Exception {
    Options options = Options.parse(List.of(), KNOWN);

    assertThat(options.rows()).isEqualTo(KNOWN);
    assertThat(options.scale()).isEqualTo(new Scale(3, 1));
  }

  @Test
  void optionsShouldTakeTheNamedRowsAndRounds() throws Exception {
    Options options = Options.parse(List.of("dispatch", "--rounds", "5"), KNOWN);

    assertThat(options.rows()).containsExactly(KNOWN.get(1));
    assertThat(options.scale()).isEqualTo(new Scale(5, 1));
  }

  @Test
  void optionsShouldDoLessWhenQuick() throws Exception {
    Scale scale = Options.parse(List.of("--quick"), KNOWN).scale();

    assertThat(scale.rounds()).isEqualTo(1);
    assertThat(scale.of(50_000)).isEqualTo(10_000);
  }

  @Test
  void optionsShouldNameWhatIsNotUnderstood() {
    assertThatThrownBy(() -> Options.parse(List.of("mail"), KNOWN))
        .isInstanceOf(Options.MisusedException.class)
        .hasMessageContainingAll("mail", "intake", "dispatch");
    assertThatThrownBy(() -> Options.parse(List.of("--rounds"), KNOWN))
        .isInstanceOf(Options.MisusedException.class)
        .hasMessageContaining("--rounds");
    assertThatThrownBy(() -> Options.parse(List.of("--rounds", "0"), KNOWN))
        .isInstanceOf(Options.MisusedException.class);
  }

  private record Named(String name) implements Row {
    @Override
    public String description() {
      return "";
    }

    @Override
    public List<Line> run(TestBed bed, Scale scale) {
      return List.of();
    }
  }
}
