package org.followthrough.local.demo;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Brightwater Utilities: two managers, twelve learners, two courses, as told in organization.json.
 */
record SampleOrganization(List<SamplePerson> people, List<SampleCourse> courses) {

  /**
   * A person of the sample.
   *
   * @param temper how soon they react to mail: prompt, usual, late, silent
   */
  record SamplePerson(JsonObject json) {
    String id() {
      return json.getString("personId");
    }

    String name() {
      return json.getString("name");
    }

    String firstName() {
      return name().split(" ")[0];
    }

    String address() {
      return json.getString("email");
    }

    String language() {
      return json.getString("locale");
    }

    String temper() {
      return json.getString("temper");
    }

    /** Whether this manager, busy as they are, never gets round to the talk after the course. */
    boolean overlooks(SamplePerson learner) {
      return json.getJsonArray("overlooks", new JsonArray()).contains(learner.id());
    }

    /** The {@code data} of hr.person.upserted. */
    JsonObject hrData() {
      JsonObject data = json.copy();
      data.remove("temper");
      data.remove("overlooks");
      if (data.getValue("managerId") == null) {
        data.remove("managerId");
      }
      return data;
    }
  }

  /** A course of the sample, with one cohort. */
  record SampleCourse(JsonObject json) {
    String id() {
      return json.getString("id");
    }

    JsonObject body() {
      return json.getJsonObject("body");
    }

    JsonObject cohort() {
      return json.getJsonObject("cohort");
    }

    LocalDate endsOn() {
      return LocalDate.parse(cohort().getString("endsOn"));
    }

    List<String> learners() {
      return json.getJsonArray("learners").stream().map(String.class::cast).toList();
    }

    List<JsonObject> questions() {
      return objects(json.getJsonArray("questions"));
    }
  }

  static SampleOrganization load() {
    try (InputStream stream =
        SampleOrganization.class.getResourceAsStream("/demo/organization.json")) {
      var json = new JsonObject(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
      return new SampleOrganization(
          objects(json.getJsonArray("people")).stream().map(SamplePerson::new).toList(),
          objects(json.getJsonArray("courses")).stream().map(SampleCourse::new).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Optional<SamplePerson> atAddress(String address) {
    return people.stream().filter(person -> person.address().equals(address)).findFirst();
  }

  /** Whom this text names. */
  Optional<SamplePerson> namedIn(String text) {
    return people.stream().filter(person -> text.contains(person.name())).findFirst();
  }

  /** Whether a mailed choice, which begins with its letter, is right for one of the questions. */
  boolean isRight(String choice) {
    return courses.stream()
        .flatMap(course -> course.questions().stream())
        .flatMap(question -> options(question))
        .anyMatch(
            option -> option.getBoolean("correct") && choice.endsWith(option.getString("text")));
  }

  private static Stream<JsonObject> options(JsonObject question) {
    return objects(question.getJsonObject("body").getJsonArray("options")).stream();
  }

  private static List<JsonObject> objects(JsonArray array) {
    return array.stream().map(JsonObject.class::cast).toList();
  }
}
