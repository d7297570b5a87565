package org.followthrough.bench.intake;

import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.followthrough.bench.bed.HttpLoad;

/** HR events as an HR system would post them. */
final class HrEvents {

  private static final String PERSON =
      """
      {"specversion":"1.0","id":"person-%1$d","source":"/hr/bench","type":"hr.person.upserted",\
      "time":"2027-01-04T09:00:00Z","data":{"personId":"E-%1$d","email":"p%1$d@example.org",\
      "name":"Robin Person %1$d","timeZone":"Europe/Berlin","locale":"en"}}\
      """;

  private static final String COMPLETED =
      """
      {"specversion":"1.0","id":"%2$s-%1$d","source":"/hr/bench","type":"hr.course.completed",\
      "time":"2027-03-01T15:00:00Z","data":{"personId":"E-%1$d","courseId":"%2$s",\
      "completedAt":"2027-03-01T15:00:00Z"}}\
      """;

  private final String apiKey;

  HrEvents(String apiKey) {
    this.apiKey = apiKey;
  }

  static List<String> people(int count) {
    return IntStream.range(0, count).mapToObj(PERSON::formatted).toList();
  }

  /** That so many people have completed this course, one event each. */
  static List<String> completed(String course, int count) {
    return IntStream.range(0, count).mapToObj(i -> COMPLETED.formatted(i, course)).toList();
  }

  /** All in one request, a line each. */
  Buffer lines(List<String> events) {
    return post("application/x-ndjson", String.join("\n", events));
  }

  /** Arrays of so many. */
  List<Buffer> batches(List<String> events, int size) {
    return IntStream.iterate(0, from -> from < events.size(), from -> from + size)
        .mapToObj(from -> events.subList(from, Math.min(from + size, events.size())))
        .map(part -> part.stream().collect(Collectors.joining(",", "[", "]")))
        .map(body -> post("application/cloudevents-batch+json", body))
        .toList();
  }

  /** One event a request. */
  List<Buffer> singles(List<String> events) {
    return events.stream().map(event -> post("application/cloudevents+json", event)).toList();
  }

  private Buffer post(String type, String body) {
    Map<String, String> headers = Map.of("Content-Type", type, "Authorization", "Bearer " + apiKey);
    return HttpLoad.request("POST", "/v1/hr-events", headers, body);
  }
}
