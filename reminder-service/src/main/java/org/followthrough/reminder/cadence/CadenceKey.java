package org.followthrough.reminder.cadence;

import java.util.UUID;

/** A cadence by its name within an organization. */
public record CadenceKey(UUID organizationId, String cadenceId) {}
