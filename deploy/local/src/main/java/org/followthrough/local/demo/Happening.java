package org.followthrough.local.demo;

import java.time.Instant;

/**
 * Something worth telling on the start page.
 *
 * @param at by the stack's clock
 * @param actor who did it: HR, a learner, a manager
 */
public record Happening(Instant at, String actor, String text) {}
