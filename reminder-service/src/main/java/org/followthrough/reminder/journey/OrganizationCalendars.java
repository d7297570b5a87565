package org.followthrough.reminder.journey;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.followthrough.reminder.cadence.WorkingCalendar;

/** Which days an organization works. Today all share one list of holidays from the settings. */
@Singleton
class OrganizationCalendars {

  private final WorkingCalendar calendar;

  OrganizationCalendars(
      @ConfigProperty(name = "followthrough.reminder.holidays")
          Optional<List<LocalDate>> holidays) {
    this.calendar =
        holidays
            .map(Set::copyOf)
            .map(WorkingCalendar::new)
            .orElse(WorkingCalendar.MONDAY_TO_FRIDAY);
  }

  WorkingCalendar of(UUID organizationId) {
    return calendar;
  }
}
