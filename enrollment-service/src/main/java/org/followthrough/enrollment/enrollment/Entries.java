package org.followthrough.enrollment.enrollment;

import java.util.List;

/** What a batch writes: histories that took facts, and the enrollments that changed by it. */
public record Entries(List<StoredHistory> histories, List<EnrollmentChange> changes) {}
