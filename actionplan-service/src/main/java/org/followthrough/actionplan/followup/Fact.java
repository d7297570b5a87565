package org.followthrough.actionplan.followup;

/**
 * Something that happened in a follow-up, to be published.
 *
 * @param type a constant such as {@code actionplan.TalkHeld.v1}
 * @param payload a record of the schema's shape
 */
public record Fact(String type, Object payload) {}
