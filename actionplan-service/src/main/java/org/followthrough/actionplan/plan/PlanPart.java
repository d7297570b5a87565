package org.followthrough.actionplan.plan;

/** The parts of a plan that can be at fault, by the name they have in forms and in the API. */
enum PlanPart {
  GOAL("goal"),
  ACTIONS("actions"),
  ACTION_ID("actionId"),
  SITUATION("situation"),
  ACTION("action"),
  FIRST_STEP("firstStep"),
  FIRST_STEP_ON("firstStepOn"),
  DUE_ON("dueOn"),
  BARRIER("barrier"),
  ENABLER("enabler");

  private final String key;

  PlanPart(String key) {
    this.key = key;
  }

  String key() {
    return key;
  }
}
