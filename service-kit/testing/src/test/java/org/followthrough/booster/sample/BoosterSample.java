package org.followthrough.booster.sample;

/** Stands for a class of another service. */
public record BoosterSample(String name) {}
