package org.followthrough.booster.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.followthrough.booster.question.QuestionContent;
import org.followthrough.booster.question.QuestionContent.Option;
import org.followthrough.booster.question.QuestionContent.Resource;
import org.junit.jupiter.api.Test;

class CsvQuestionsTest {

  private static final String HEADER =
      "id,stem,option1,feedback1,option2,feedback2,option3,feedback3,correct,goodUse,"
          + "resourceTitle1,resourceUrl1\n";

  @Test
  void rowShouldBecomeAQuestion() {
    List<ImportItem> items =
        CsvQuestions.read(
            HEADER
                + "q1,\"What, then?\",a,fa,b,\"f \"\"b\"\"\",,,2,use it,Guide,https://e.org/x\n");
    assertThat(items).hasSize(1);
    assertThat(items.get(0).line()).isEqualTo(2);
    QuestionContent content = items.get(0).content().orElseThrow();
    assertThat(content.stem()).isEqualTo("What, then?");
    assertThat(content.options())
        .containsExactly(new Option("a", false, "fa"), new Option("b", true, "f \"b\""));
    assertThat(content.goodUse()).isEqualTo("use it");
    assertThat(content.resources()).containsExactly(new Resource("Guide", "https://e.org/x"));
  }

  @Test
  void lineShouldBeTheOneTheRowBeginsOnWhenCellsHaveLineBreaks() {
    List<ImportItem> items =
        CsvQuestions.read(
            HEADER
                + "q1,\"two\nlines\",a,fa,b,fb,,,1,\n"
                + "q2,x,a,fa,b,fb,,,seven,\n"
                + "\n"
                + "q3,x,a,fa,b,fb,,,1,\n");
    assertThat(items).extracting(ImportItem::line).containsExactly(2, 4, 6);
    assertThat(items.get(1).faults().get(0).detail()).contains("correct");
    assertThat(items.get(0).isGood()).isTrue();
    assertThat(items.get(2).isGood()).isTrue();
  }

  @Test
  void headerShouldBeNamedWhenItLacksColumns() {
    List<ImportItem> items = CsvQuestions.read("id,stem,option1\nq1,x,a\n");
    assertThat(items).hasSize(1);
    assertThat(items.get(0).faults().get(0).detail())
        .contains("correct", "feedback1", "feedback2", "option2");
  }

  @Test
  void headerShouldBeNamedWhenItHasAColumnTwiceOrOneThatIsNone() {
    List<ImportItem> items =
        CsvQuestions.read(HEADER.replace("goodUse", "god\tUse").replace("option3", "STEM") + "q1");
    assertThat(items).extracting(ImportItem::line).containsOnly(1);
    assertThat(items)
        .extracting(item -> item.faults().get(0).detail())
        .containsExactly(
            "the header row has STEM twice",
            "the header row has \"god Use\", which is none of the columns");
  }

  @Test
  void rowShouldBeRefusedWhenItHasMoreCellsThanColumns() {
    List<ImportItem> items = CsvQuestions.read(HEADER + "q1,Well, then?,a,fa,b,fb,,,1,,,,\n");
    assertThat(items.get(0).faults().get(0).detail()).contains("correct must be");
    items = CsvQuestions.read(HEADER + "q1,x,a,fa,b,fb,,,1,use it, now,G,https://e.org/x\n");
    assertThat(items.get(0).faults().get(0).detail()).contains("more cells than columns");
  }

  @Test
  void semicolonsShouldPartCellsWhenTheHeaderRowHasThem() {
    List<ImportItem> items =
        CsvQuestions.read(
            "id;stem;option1;feedback1;option2;feedback2;correct\n"
                + "q1;Was nun, bitte?;a;\"f;a\";b;fb;2\n");
    QuestionContent content = items.get(0).content().orElseThrow();
    assertThat(content.stem()).isEqualTo("Was nun, bitte?");
    assertThat(content.options())
        .containsExactly(new Option("a", false, "f;a"), new Option("b", true, "fb"));
  }

  @Test
  void openQuoteShouldNotSpoilTheRowsBefore() {
    List<ImportItem> items =
        CsvQuestions.read(HEADER + "q1,x,a,fa,b,fb,,,1,\n" + "q2,\"x,a,fa,b,fb,,,1,\n");
    assertThat(items.get(0).isGood()).isTrue();
    assertThat(items.get(items.size() - 1).faults().get(0).detail()).contains("quote");
  }

  @Test
  void nothingShouldComeOfAnEmptyFile() {
    assertThat(CsvQuestions.read("")).isEmpty();
  }
}
