package org.followthrough.booster.importing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.followthrough.booster.question.QuestionContent;
import org.followthrough.booster.question.QuestionContent.Option;
import org.followthrough.booster.question.QuestionContent.Resource;

/**
 * Reads questions from CSV (RFC 4180, UTF-8) with a header row. Cells are parted by commas, or by
 * semicolons as some spreadsheets write them: the header row tells. Columns, in any order: {@code
 * id, stem, option1, feedback1 … option5, feedback5, correct (1 to 5), goodUse, results,
 * resourceTitle1, resourceUrl1 … resourceTitle3, resourceUrl3}; the first four, option2, feedback2
 * and correct are needed.
 */
final class CsvQuestions {

  private static final int OPTIONS = 5;
  private static final int RESOURCES = 3;
  private static final int LONGEST_QUOTE = 40;
  private static final Set<String> NEEDED =
      Set.of("id", "stem", "option1", "feedback1", "option2", "feedback2", "correct");

  private static final Set<String> KNOWN = known();

  private static final CsvMapper MAPPER =
      CsvMapper.builder().enable(CsvParser.Feature.WRAP_AS_ARRAY).build();

  private final List<ImportItem> items = new ArrayList<>();
  private Map<String, Integer> columns = Map.of();
  private int width;

  private CsvQuestions() {}

  static List<ImportItem> read(String file) {
    var questions = new CsvQuestions();
    CsvSchema schema = CsvSchema.emptySchema().withColumnSeparator(separator(file));
    try (MappingIterator<String[]> rows =
        MAPPER.readerFor(String[].class).with(schema).readValues(file)) {
      questions.readAll(rows);
    } catch (JsonProcessingException e) {
      questions.items.add(
          ImportItem.unread(lineOf(e), null, "from here on it is no CSV: a quote is not closed"));
    } catch (IOException e) {
      throw new IllegalStateException("text in memory cannot fail to be read", e);
    }
    return questions.items;
  }

  private static char separator(String file) {
    String header = file.lines().findFirst().orElse("");
    return header.indexOf(';') >= 0 && header.indexOf(',') < 0 ? ';' : ',';
  }

  private static Set<String> known() {
    Set<String> known = new HashSet<>(Set.of("id", "stem", "correct", "gooduse", "results"));
    for (int i = 1; i <= OPTIONS; i++) {
      known.add("option" + i);
      known.add("feedback" + i);
    }
    for (int i = 1; i <= RESOURCES; i++) {
      known.add("resourcetitle" + i);
      known.add("resourceurl" + i);
    }
    return Set.copyOf(known);
  }

  private void readAll(MappingIterator<String[]> rows) throws IOException {
    boolean header = true;
    while (true) {
      int line = Math.max(1, rows.getCurrentLocation().getLineNr());
      if (!rows.hasNextValue()) {
        return;
      }
      String[] row = rows.nextValue();
      if (header) {
        if (!readHeader(row)) {
          return;
        }
        header = false;
      } else if (Stream.of(row).anyMatch(cell -> !cell.isBlank())) {
        items.add(item(line, row));
      }
    }
  }

  private boolean readHeader(String[] row) {
    columns = new HashMap<>();
    width = row.length;
    List<String> faults = new ArrayList<>();
    for (int i = 0; i < row.length; i++) {
      String name = row[i].strip();
      String column = name.toLowerCase(Locale.ROOT);
      if (!name.isEmpty() && !KNOWN.contains(column)) {
        faults.add("has " + quoted(name) + ", which is none of the columns");
      } else if (!name.isEmpty() && columns.put(column, i) != null) {
        faults.add("has " + name + " twice");
      }
    }
    Set<String> missing = new TreeSet<>(NEEDED);
    missing.removeAll(columns.keySet());
    if (!missing.isEmpty()) {
      faults.add("lacks " + String.join(", ", missing));
    }
    faults.forEach(fault -> items.add(ImportItem.unread(1, null, "the header row " + fault)));
    return faults.isEmpty();
  }

  private static String quoted(String name) {
    int most = Math.min(name.length(), LONGEST_QUOTE);
    return "\"" + name.substring(0, most).replaceAll("\\p{Cntrl}", " ") + "\"";
  }

  private boolean overflows(String[] row) {
    return Arrays.stream(row).skip(width).anyMatch(cell -> !cell.isBlank());
  }

  private ImportItem item(int line, String[] row) {
    String id = cell(row, "id");
    if (overflows(row)) {
      return ImportItem.unread(
          line, id, "there are more cells than columns: does a text lack its quotes?");
    }
    String correct = cell(row, "correct");
    if (!correct.matches("[1-5]")) {
      return ImportItem.unread(line, id, "correct must be the number of an option, 1 to 5");
    }
    List<Option> options = new ArrayList<>();
    for (int i = 1; i <= OPTIONS; i++) {
      String text = cell(row, "option" + i);
      String feedback = cell(row, "feedback" + i);
      if (!text.isEmpty() || !feedback.isEmpty()) {
        options.add(new Option(text, correct.equals(String.valueOf(i)), feedback));
      }
    }
    return ImportItem.read(
        line,
        id,
        new QuestionContent(
            cell(row, "stem"),
            options,
            cell(row, "gooduse"),
            cell(row, "results"),
            resources(row)));
  }

  private List<Resource> resources(String[] row) {
    List<Resource> resources = new ArrayList<>();
    for (int i = 1; i <= RESOURCES; i++) {
      String title = cell(row, "resourcetitle" + i);
      String url = cell(row, "resourceurl" + i);
      if (!title.isEmpty() || !url.isEmpty()) {
        resources.add(new Resource(title, url));
      }
    }
    return resources;
  }

  private String cell(String[] row, String column) {
    Integer place = columns.get(column);
    return place == null || place >= row.length ? "" : row[place].strip();
  }

  private static int lineOf(JsonProcessingException e) {
    return e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
  }
}
