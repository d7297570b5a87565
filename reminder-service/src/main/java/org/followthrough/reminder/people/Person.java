package org.followthrough.reminder.people;

import java.time.ZoneId;
import java.util.UUID;

/**
 * What planning needs of a person.
 *
 * @param managerId null where HR has not told it
 * @param gone has left the organization
 */
public record Person(UUID personId, ZoneId zone, UUID managerId, boolean gone) {}
