package org.followthrough.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.followthrough.bench.bed.Line;
import org.followthrough.bench.bed.Row;
import org.followthrough.bench.bed.Scale;
import org.followthrough.bench.bed.TestBed;
import org.followthrough.bench.click.Clicks;
import org.followthrough.bench.dispatch.Dispatch;
import org.followthrough.bench.footprint.Footprint;
import org.followthrough.bench.intake.BulkIntake;
import org.followthrough.bench.intake.SingleIntake;
import org.followthrough.bench.planning.Planning;
import org.followthrough.bench.relay.Relay;
import org.followthrough.embedded.QuietLogging;

/** {@code deploy/bench/run}: measures the hot paths beside peers and limits, prints one table. */
public final class Bench {

  private static final int FAILED = 1;
  private static final int MISUSED = 2;

  private static final List<Row> ROWS =
      List.of(
          new BulkIntake(),
          new SingleIntake(),
          new Dispatch(),
          new Planning(),
          new Clicks(),
          new Relay(),
          new Footprint());

  private Bench() {}

  public static void main(String[] arguments) throws IOException {
    if (List.of(arguments).contains("--help")) {
      System.out.print(usage());
      return;
    }
    try {
      Options options = Options.parse(List.of(arguments), ROWS);
      System.exit(measure(options, Path.of(System.getProperty("followthrough.root"))) ? 0 : FAILED);
    } catch (Options.MisusedException e) {
      System.err.println("deploy/bench/run: " + e.getMessage() + "\n\n" + usage());
      System.exit(MISUSED);
    }
  }

  /** Prints the table of all rows that could be measured; whether that is all of them. */
  private static boolean measure(Options options, Path root) throws IOException {
    QuietLogging.install(target(root).resolve("logs"));
    List<Line> lines = new ArrayList<>();
    boolean complete = true;
    for (Row row : options.rows()) {
      System.err.println(row.name() + ": " + row.description());
      try {
        List<Line> measured = measured(row, options, root);
        System.err.println(Table.of(measured));
        lines.addAll(measured);
      } catch (Exception e) {
        complete = false;
        System.err.println(row.name() + " failed:");
        e.printStackTrace();
      }
    }
    System.out.printf(
        "%n%s%n%n%s%nservices and peers: java %s; %s%n",
        Table.of(lines),
        Machine.describe(Instant.now()),
        TestBed.jvmOptions(),
        rounds(options.scale()));
    return complete;
  }

  // Servers anew for each row: no row finds another's rows or records.
  private static List<Line> measured(Row row, Options options, Path root) throws Exception {
    String data = "data-" + row.name() + "-" + ProcessHandle.current().pid();
    Path target = target(root);
    try (TestBed bed = TestBed.open(root, target.resolve(data), target.resolve("logs"))) {
      if (options.profile()) {
        bed.profile();
      }
      List<Line> lines = row.run(bed, options.scale());
      bed.printProfile();
      return lines;
    }
  }

  private static Path target(Path root) {
    return root.resolve("deploy/bench/target");
  }

  private static String rounds(Scale scale) {
    return scale.share() < 1
        ? "quick: one round of a fifth of the work, no figures to quote"
        : "medians of "
            + scale.rounds()
            + " interleaved rounds after "
            + scale.warmUps()
            + " warm-ups";
  }

  private static String usage() {
    StringBuilder usage =
        new StringBuilder(
            """
            usage: deploy/bench/run [--quick] [--rounds N] [--profile] [ROW ...]

            Measures hot paths of the packaged services beside peers and limits on the same
            servers, and prints one table. Without a ROW all of them, which takes some minutes.

              --quick     one round of a fifth of the work: does it run?
              --rounds N  of which the median counts (3)
              --profile   where the time goes: the costliest statements, and a flight recording
                          of each service in deploy/bench/target/logs; no figures to quote

            Rows:
            """);
    ROWS.forEach(row -> usage.append("  %-14s %s%n".formatted(row.name(), row.description())));
    return usage.toString();
  }
}
