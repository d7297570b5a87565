package org.followthrough.evaluation.outcome;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.followthrough.evaluation.followup.Followup;

/** Plans and talks of those who completed in one month: does it get better? */
@Schema(description = "Plans and talks of those who completed in one month")
public record MonthRates(
    @Schema(implementation = String.class, examples = "2027-01", description = "year and month")
        YearMonth month,
    @Schema(description = "how many completed") long completed,
    Share planned,
    Share talked) {

  static List<MonthRates> of(List<Followup> followups, LocalDate today) {
    var byMonth =
        followups.stream()
            .filter(Followup::isCompleted)
            .collect(Collectors.groupingBy(MonthRates::month, TreeMap::new, Collectors.toList()));
    return byMonth.entrySet().stream()
        .map(entry -> of(entry.getKey(), entry.getValue(), today))
        .toList();
  }

  private static MonthRates of(YearMonth month, List<Followup> completed, LocalDate today) {
    long planned = completed.stream().filter(Followup::isPlanned).count();
    return new MonthRates(
        month,
        completed.size(),
        Share.of(planned, completed.size()),
        Funnel.talked(completed, today));
  }

  private static YearMonth month(Followup completed) {
    return YearMonth.from(completed.completedAt().atZone(ZoneOffset.UTC));
  }
}
