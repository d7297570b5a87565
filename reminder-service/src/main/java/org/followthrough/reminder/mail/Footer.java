package org.followthrough.reminder.mail;

/** What stands under every letter. */
public record Footer(String because, String why, String preferences, String unsubscribe) {}
