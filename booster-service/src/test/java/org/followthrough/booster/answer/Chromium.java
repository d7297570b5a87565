package org.followthrough.booster.answer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/**
 * One tab of a headless Chromium, by its DevTools protocol: what it does is as trusted as a hand.
 */
final class Chromium implements AutoCloseable {

  private static final Path PROGRAM = Path.of("/usr/bin/chromium");
  private static final long PATIENCE = 60;
  private static final Duration LIMIT = Duration.ofSeconds(PATIENCE);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path profile = temporaryDirectory();
  private final Process process;
  private final WebSocket socket;
  private final AtomicInteger ids = new AtomicInteger();
  private final Map<Integer, CompletableFuture<JsonNode>> waiting = new ConcurrentHashMap<>();
  private final Queue<String> loads = new ConcurrentLinkedQueue<>();
  private final Queue<String> requests = new ConcurrentLinkedQueue<>();

  static boolean isInstalled() {
    return Files.isExecutable(PROGRAM);
  }

  Chromium() throws Exception {
    process =
        new ProcessBuilder(
                PROGRAM.toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--disable-dev-shm-usage",
                "--remote-debugging-port=0",
                "--user-data-dir=" + profile,
                "about:blank")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    HttpClient http = HttpClient.newHttpClient();
    socket =
        http.newWebSocketBuilder().buildAsync(tab(http), new Ear()).get(PATIENCE, TimeUnit.SECONDS);
    call("Page.enable", Map.of());
    call("Page.setLifecycleEventsEnabled", Map.of("enabled", true));
    call("Network.enable", Map.of());
  }

  private URI tab(HttpClient http) throws Exception {
    Path port = profile.resolve("DevToolsActivePort");
    Awaitility.await().atMost(LIMIT).until(() -> Files.exists(port) && Files.size(port) > 0);
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create(
                    "http://127.0.0.1:"
                        + Files.readAllLines(port).get(0)
                        + "/json/new?about:blank"))
            .PUT(HttpRequest.BodyPublishers.noBody())
            .build();
    String tab = http.send(request, HttpResponse.BodyHandlers.ofString()).body();
    return URI.create(JSON.readTree(tab).path("webSocketDebuggerUrl").asText());
  }

  void size(int width, int height) {
    call(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 600));
  }

  void scripts(boolean on) {
    call("Emulation.setScriptExecutionDisabled", Map.of("value", !on));
  }

  /** Cuts the line, or mends it. */
  void offline(boolean on) {
    call(
        "Network.emulateNetworkConditions",
        Map.of("offline", on, "latency", 0, "downloadThroughput", -1, "uploadThroughput", -1));
  }

  /** Opens the page and waits until all of it is loaded. */
  void open(String url) {
    requests.clear();
    String loader = call("Page.navigate", Map.of("url", url)).path("loaderId").asText();
    Awaitility.await(url).atMost(LIMIT).until(() -> loads.contains(loader));
  }

  /** Waits until the page that the last tap leads to is loaded. */
  void awaitLoad() {
    Awaitility.await().atMost(LIMIT).until(() -> !loads.isEmpty());
  }

  /** Waits until the page is as old as that, by its own clock. */
  void awaitAge(Duration age) {
    Awaitility.await()
        .atMost(LIMIT)
        .until(() -> evaluate("performance.now()").asDouble() > age.toMillis());
  }

  /** Presses and releases at that place. */
  void tap(int x, int y) {
    loads.clear();
    for (String type : new String[] {"mousePressed", "mouseReleased"}) {
      call(
          "Input.dispatchMouseEvent",
          Map.of("type", type, "x", x, "y", y, "button", "left", "clickCount", 1));
    }
  }

  /** Presses and releases a key such as Enter. */
  void press(String key) {
    loads.clear();
    for (String type : new String[] {"keyDown", "keyUp"}) {
      call("Input.dispatchKeyEvent", Map.of("type", type, "key", key, "code", key));
    }
  }

  /** Moves the mouse about without pressing. */
  void moveMouse() {
    for (int i = 0; i < 50; i++) {
      call("Input.dispatchMouseEvent", Map.of("type", "mouseMoved", "x", 10 + i, "y", 20 + 3 * i));
    }
  }

  /** Presses the middle of the element. */
  void tapOn(String selector) {
    String box =
        "JSON.stringify(document.querySelector('" + selector + "').getBoundingClientRect())";
    evaluate("document.querySelector('" + selector + "').scrollIntoView({block: 'center'})");
    try {
      JsonNode place = JSON.readTree(evaluate(box).asText());
      tap(
          place.path("x").asInt() + place.path("width").asInt() / 2,
          place.path("y").asInt() + place.path("height").asInt() / 2);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  JsonNode evaluate(String script) {
    return call("Runtime.evaluate", Map.of("expression", script, "returnByValue", true))
        .path("result")
        .path("value");
  }

  /** The addresses asked for since the page was opened. */
  Queue<String> requests() {
    return requests;
  }

  /** A picture of the whole page. */
  void screenshot(Path file) throws IOException {
    JsonNode size = call("Page.getLayoutMetrics", Map.of()).path("cssContentSize");
    Map<String, Object> clip =
        Map.of(
            "x", 0,
            "y", 0,
            "width", size.path("width").asInt(),
            "height", size.path("height").asInt(),
            "scale", 1);
    JsonNode shot =
        call("Page.captureScreenshot", Map.of("captureBeyondViewport", true, "clip", clip));
    Files.createDirectories(file.getParent());
    Files.write(file, Base64.getDecoder().decode(shot.path("data").asText()));
  }

  private JsonNode call(String method, Map<String, Object> parameters) {
    int id = ids.incrementAndGet();
    var answer = new CompletableFuture<JsonNode>();
    waiting.put(id, answer);
    ObjectNode message = JSON.createObjectNode().put("id", id).put("method", method);
    message.set("params", JSON.valueToTree(parameters));
    try {
      socket.sendText(message.toString(), true).get(PATIENCE, TimeUnit.SECONDS);
      return answer.get(PATIENCE, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new IllegalStateException(method, e);
    }
  }

  private final class Ear implements WebSocket.Listener {
    private final StringBuilder text = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket webSocket, CharSequence part, boolean last) {
      text.append(part);
      if (last) {
        hear(text.toString());
        text.setLength(0);
      }
      webSocket.request(1);
      return null;
    }

    private void hear(String message) {
      try {
        JsonNode node = JSON.readTree(message);
        if (node.has("id")) {
          waiting.remove(node.path("id").asInt()).complete(node.path("result"));
        } else {
          note(node.path("method").asText(), node.path("params"));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private void note(String event, JsonNode about) {
    if (event.equals("Page.lifecycleEvent") && about.path("name").asText().equals("load")) {
      loads.add(about.path("loaderId").asText());
    }
    if (event.equals("Network.requestWillBeSent")) {
      JsonNode request = about.path("request");
      requests.add(request.path("method").asText() + " " + request.path("url").asText());
    }
  }

  @Override
  public void close() throws Exception {
    socket.abort();
    process.destroy();
    if (!process.waitFor(10, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
    }
    delete(profile.toFile());
  }

  // The browser's other processes outlive it for a moment, and write and delete there.
  private static void delete(File file) {
    File[] inside = Files.isSymbolicLink(file.toPath()) ? null : file.listFiles();
    if (inside != null) {
      Stream.of(inside).forEach(Chromium::delete);
    }
    file.delete();
  }

  private static Path temporaryDirectory() {
    try {
      return Files.createTempDirectory("chromium");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
