package org.followthrough.evaluation.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MonthsTest {

  // Of the narrowest phone's label, in units of the picture.
  private static final int WIDTH_OF_A_LABEL = 55;

  @Test
  void labelsNeverRunIntoEachOtherAndTheLatestMonthHasOne() {
    for (int size = 2; size <= 12; size++) {
      List<Months.Month> columns = months(size).columns();
      List<Integer> labelled =
          columns.stream().filter(each -> each.label() != null).map(Months.Month::middle).toList();

      assertThat(columns).hasSize(size);
      assertThat(columns.get(size - 1).label()).isEqualTo("month " + size);
      for (int i = 1; i < labelled.size(); i++) {
        assertThat(labelled.get(i) - labelled.get(i - 1)).isGreaterThanOrEqualTo(WIDTH_OF_A_LABEL);
      }
    }
  }

  @Test
  void columnsStayWithinThePicture() {
    for (int size = 2; size <= 12; size++) {
      for (Months.Month month : months(size).columns()) {
        for (Months.Column column : List.of(month.planned(), month.talked())) {
          assertThat(column.x()).isNotNegative();
          assertThat(column.x() + column.width()).isLessThanOrEqualTo(400);
          assertThat(column.y()).isNotNegative();
          assertThat(column.height()).isPositive();
        }
      }
    }
  }

  @Test
  void aMonthWithoutAFigureHasNoColumn() {
    Months months = Months.of("t", "d", List.of(new Months.Row("a", 100, null)));

    assertThat(months.columns().get(0).talked()).isNull();
    assertThat(Objects.requireNonNull(months.columns().get(0).planned()).value()).isEqualTo("100");
  }

  private static Months months(int size) {
    return Months.of(
        "title",
        "description",
        IntStream.rangeClosed(1, size)
            .mapToObj(month -> new Months.Row("month " + month, 100, 0))
            .toList());
  }
}
