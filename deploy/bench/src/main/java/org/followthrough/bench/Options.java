package org.followthrough.bench;

import java.util.ArrayList;
import java.util.List;
import org.followthrough.bench.bed.Row;
import org.followthrough.bench.bed.Scale;

/**
 * What is to be measured, and how thoroughly.
 *
 * @param rows in the order they are known, whatever the order they were named in
 * @param profile whether to note where the time goes
 */
record Options(List<Row> rows, Scale scale, boolean profile) {

  private static final int ROUNDS = 3;
  private static final int MOST_ROUNDS = 99;

  /** What was asked for cannot be done. */
  static final class MisusedException extends Exception {
    private static final long serialVersionUID = 1;

    MisusedException(String message) {
      super(message);
    }
  }

  static Options parse(List<String> arguments, List<Row> known) throws MisusedException {
    List<String> names = new ArrayList<>();
    Scale scale = new Scale(ROUNDS, 1);
    boolean profile = false;
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      if (argument.equals("--quick")) {
        scale = new Scale(1, 0.2);
      } else if (argument.equals("--rounds")) {
        scale = new Scale(rounds(arguments, ++i), scale.share());
      } else if (argument.equals("--profile")) {
        profile = true;
      } else {
        names.add(argument);
      }
    }
    return new Options(chosen(names, known), scale, profile);
  }

  private static List<Row> chosen(List<String> names, List<Row> known) throws MisusedException {
    List<String> possible = known.stream().map(Row::name).toList();
    for (String name : names) {
      if (!possible.contains(name)) {
        throw new MisusedException("no row is called " + name + "; there are " + possible);
      }
    }
    return names.isEmpty()
        ? known
        : known.stream().filter(row -> names.contains(row.name())).toList();
  }

  private static int rounds(List<String> arguments, int index) throws MisusedException {
    String text = index < arguments.size() ? arguments.get(index) : "";
    if (!text.matches("[1-9]\\d?")) {
      throw new MisusedException("--rounds takes a number from 1 to " + MOST_ROUNDS);
    }
    return Integer.parseInt(text);
  }
}
