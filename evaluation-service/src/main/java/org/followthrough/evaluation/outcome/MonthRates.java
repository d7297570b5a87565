package org.followthrough.evaluation.outcome;

import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.followthrough.evaluation.followup.Progress;

/** Plans and talks of those who completed in one month: does it get better? */
@Schema(description = "Plans and talks of those who completed in one month")
public record MonthRates(
    @Schema(implementation = String.class, examples = "2027-01", description = "year and month")
        YearMonth month,
    @Schema(description = "how many completed") long completed,
    Share planned,
    Share talked) {

  static List<MonthRates> of(List<Progress> all, Talks talks) {
    var byMonth =
        all.stream()
            .filter(Progress::isCompleted)
            .collect(Collectors.groupingBy(MonthRates::month, TreeMap::new, Collectors.toList()));
    return byMonth.entrySet().stream()
        .map(entry -> of(entry.getKey(), entry.getValue(), talks))
        .toList();
  }

  private static MonthRates of(YearMonth month, List<Progress> completed, Talks talks) {
    long planned = completed.stream().filter(Progress::planned).count();
    return new MonthRates(
        month, completed.size(), Share.of(planned, completed.size()), talks.held(completed));
  }

  private static YearMonth month(Progress completed) {
    return YearMonth.from(completed.completedAt().atZone(ZoneOffset.UTC));
  }
}
