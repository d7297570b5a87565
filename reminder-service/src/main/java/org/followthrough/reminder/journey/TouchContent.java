package org.followthrough.reminder.journey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.followthrough.kit.event.EventJson;
import org.followthrough.reminder.cadence.Step;

/** What a mail needs from the facts beyond the names of people and the course. */
final class TouchContent {

  private final Facts facts;
  private final ZoneId learnersZone;

  TouchContent(Facts facts, ZoneId learnersZone) {
    this.facts = facts;
    this.learnersZone = learnersZone;
  }

  JsonNode of(Step step) {
    ObjectNode content = EventJson.mapper().createObjectNode();
    switch (step.template()) {
      case PRE_COURSE_QUESTIONS -> dates(content);
      case PRE_COURSE_TALK, POST_COURSE_TALK -> {
        dates(content);
        plan(content);
      }
      case PLAN_INVITATION -> completed(content);
      case PLAN_CHECK_IN -> {
        plan(content);
        progress(content);
      }
      case EVALUATION_3M_LEARNER, EVALUATION_12M_LEARNER -> learnersEvaluation(content, step);
      case EVALUATION_3M_MANAGER, EVALUATION_12M_MANAGER -> managersEvaluation(content, step);
      case BOOSTER -> throw new IllegalArgumentException("a booster step has questions");
    }
    return content;
  }

  JsonNode of(Booster booster) {
    ObjectNode content = EventJson.mapper().createObjectNode();
    content.put("boosterId", booster.boosterId().toString());
    if (booster.schedule().stem() != null) {
      content.put("stem", booster.schedule().stem());
      content.set("options", EventJson.mapper().valueToTree(booster.schedule().options()));
    }
    return content;
  }

  private void dates(ObjectNode content) {
    put(content, "startsOn", facts.enrollment().startsOn());
    put(content, "endsOn", facts.enrollment().endsOn());
    completed(content);
  }

  private void completed(ObjectNode content) {
    Instant at = facts.enrollment().completedAt();
    put(content, "completedOn", at == null ? null : at.atZone(learnersZone).toLocalDate());
  }

  private void plan(ObjectNode content) {
    if (facts.plan() != null) {
      content.put("goal", facts.plan().goal());
      content.set("actions", EventJson.mapper().valueToTree(facts.plan().actions()));
    }
  }

  private void progress(ObjectNode content) {
    for (JsonNode action : content.path("actions")) {
      Progress reported = facts.progress().get(UUID.fromString(action.path("actionId").asText()));
      if (reported != null) {
        ((ObjectNode) action).put("status", reported.status());
      }
    }
  }

  private void learnersEvaluation(ObjectNode content, Step step) {
    stage(content, step);
    completed(content);
    if (facts.expectations() != null) {
      content.put("baseline", facts.expectations().baseline());
    }
  }

  private void managersEvaluation(ObjectNode content, Step step) {
    stage(content, step);
    completed(content);
    Talk before = facts.talks().get(Talk.Kind.BEFORE);
    if (before != null && before.baseline() != null) {
      content.put("baseline", before.baseline());
    }
  }

  private static void stage(ObjectNode content, Step step) {
    content.put("stage", step.template().wireName().startsWith("evaluation-3m") ? "m3" : "m12");
  }

  private static void put(ObjectNode content, String name, LocalDate day) {
    if (day != null) {
      content.put(name, day.toString());
    }
  }
}
