package org.followthrough.booster.person;

/** All that this service reads of a person: no name, no address. */
record PersonState(boolean left) {}
