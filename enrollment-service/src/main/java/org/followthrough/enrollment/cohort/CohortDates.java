package org.followthrough.enrollment.cohort;

import java.time.LocalDate;

/** First and last day of a cohort; null while HR has not told. */
public record CohortDates(LocalDate startsOn, LocalDate endsOn) {}
