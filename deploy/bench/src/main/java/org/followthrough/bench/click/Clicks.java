package org.followthrough.bench.click;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.followthrough.bench.bed.Database;
import org.followthrough.bench.bed.HttpLoad;
import org.followthrough.bench.bed.Line;
import org.followthrough.bench.bed.Pace;
import org.followthrough.bench.bed.PackagedService;
import org.followthrough.bench.bed.Rounds;
import org.followthrough.bench.bed.Row;
import org.followthrough.bench.bed.Scale;
import org.followthrough.bench.bed.TestBed;
import org.followthrough.bench.peer.PeerServer;
import org.followthrough.bench.peer.PlainTables;

/** From a click in a mail to an answer that counts: the page, then its post. */
public final class Clicks implements Row {

  private static final int CLICKS = 10_000;
  private static final int CONNECTIONS = 64;
  // A post within two seconds of its page is taken for a program's.
  private static final Duration HUMAN = Duration.ofMillis(2_100);
  private static final Pattern NONCE = Pattern.compile("name=\"nonce\" value=\"([^\"]+)\"");

  private static final String PAGES = "answer pages";
  private static final String OURS = "answers, 64 connections";
  private static final String EACH = "an insert a request";
  private static final String TOGETHER = "requests joined, one plain row a click";

  @Override
  public String name() {
    return "clicks";
  }

  @Override
  public String description() {
    return "answer pages and the answers posted by them, on 64 connections";
  }

  @Override
  public List<Line> run(TestBed bed, Scale scale) throws Exception {
    int count = scale.of(CLICKS);
    try (PackagedService service = bed.start("booster-service", Map.of());
        PackagedService peer = bed.startPeer(PeerServer.class);
        Database booster = bed.database("booster");
        Database plain = bed.database("bench");
        HttpLoad load = new HttpLoad()) {
      PlainTables.create(plain);
      ClickRun run = new ClickRun(load, service.port(), new IssuedBoosters(bed, booster), count);
      Map<String, Pace> paces =
          new Rounds()
              .with(PAGES, run::pages)
              .with(OURS, round -> run.answers(booster, round))
              .with(EACH, round -> plain(load, plain, peer, "/clicks/each", count))
              .with(TOGETHER, round -> plain(load, plain, peer, "/clicks/together", count))
              .run(scale);
      return lines(paces, service);
    }
  }

  private static List<Line> lines(Map<String, Pace> paces, PackagedService service)
      throws Exception {
    Pace ours = paces.get(OURS);
    return List.of(
        Line.ratio("Clicks, " + OURS, ours, EACH, paces.get(EACH), 2),
        Line.ratio("Clicks, " + OURS, ours, TOGETHER, paces.get(TOGETHER), 0.6),
        Line.atMost("- 99 of 100 answers within", ours.p99(), "ms", 10),
        Line.figure("- " + PAGES, "%,.0f/s".formatted(paces.get(PAGES).perSecond())),
        Line.atMost("booster-service after clicks", service.residentMegabytes(), "MB", 256));
  }

  private static Pace plain(
      HttpLoad load, Database plain, PackagedService peer, String path, int count)
      throws Exception {
    PlainTables.empty(plain);
    Buffer request = HttpLoad.request("POST", path, Map.of(), "A");
    Pace pace = load.run(peer.port(), CONNECTIONS, Collections.nCopies(count, request));
    plain.require(path, "SELECT count(*) FROM plain_clicks", count);
    return pace;
  }

  /** Opens pages, and answers what they ask. */
  private static final class ClickRun {

    private final HttpLoad load;
    private final int port;
    private final IssuedBoosters issued;
    private final int count;
    private List<String> paths = List.of();
    private List<Buffer> shown = new ArrayList<>();

    ClickRun(HttpLoad load, int port, IssuedBoosters issued, int count) {
      this.load = load;
      this.port = port;
      this.issued = issued;
      this.count = count;
    }

    Pace pages(int round) throws Exception {
      paths = issued.issue("round " + round, count);
      shown = new ArrayList<>();
      List<Buffer> requests =
          paths.stream().map(path -> HttpLoad.request("GET", path, Map.of(), "")).toList();
      return load.run(port, CONNECTIONS, requests, shown);
    }

    Pace answers(Database booster, int round) throws Exception {
      LockSupport.parkNanos(HUMAN.toNanos());
      List<Buffer> requests = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        requests.add(post(paths.get(i), shown.get(i).toString(StandardCharsets.UTF_8)));
      }
      Pace pace = load.run(port, CONNECTIONS, requests);
      booster.require(
          "answers that count",
          "SELECT count(*) FROM boosters WHERE state = 'answered'",
          (long) count * (round + 1));
      booster.await("all is published", "SELECT count(*) FROM outbox_messages", 0);
      return pace;
    }

    private static Buffer post(String path, String page) {
      Matcher nonce = NONCE.matcher(page);
      if (!nonce.find()) {
        throw new IllegalStateException("a page without a nonce");
      }
      Map<String, String> headers =
          Map.of("Content-Type", "application/x-www-form-urlencoded", "Accept", "application/json");
      String form = "choice=A&gesture=pointerdown&nonce=" + nonce.group(1);
      return HttpLoad.request("POST", path, headers, form);
    }
  }
}
