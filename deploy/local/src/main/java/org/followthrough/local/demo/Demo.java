package org.followthrough.local.demo;

import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.followthrough.local.demo.SampleOrganization.SampleCourse;
import org.followthrough.local.stack.LocalStack;

/**
 * Plays the sample organization through the public REST API and the links in the mails, exactly as
 * an HR system and people with a browser would: nothing here knows the inside of a service.
 */
public final class Demo implements AutoCloseable {

  private static final Duration LOOK = Duration.ofMillis(200);

  private final Story story = new Story();
  private final LocalStack stack;
  private final ScheduledExecutorService threads;
  private final SampleOrganization organization;
  private final HrSystem hr;
  private final double speed;
  private final List<SampleCourse> running = new ArrayList<>();
  private final Readers readers;
  private boolean introduced;
  private String lastTrouble = "";

  private Demo(LocalStack stack, String url, double speed) {
    this.speed = speed;
    var executor = new ScheduledThreadPoolExecutor(6, task -> daemon(task));
    executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    this.threads = executor;
    this.stack = stack;
    this.organization = SampleOrganization.load();
    HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    Api api = new Api(url, stack.secrets().apiKey(), http);
    this.hr = new HrSystem(organization, api, story);
    this.readers =
        new Readers(
            organization, new Visit(organization, http, url), story, stack.clock(), threads);
    this.running.addAll(organization.courses());
  }

  private Demo() {
    this.stack = null;
    this.threads = null;
    this.organization = null;
    this.hr = null;
    this.readers = null;
    this.speed = 1;
  }

  /**
   * Of a stack whose clock stands still.
   *
   * @param speed of the clock once everybody is introduced
   */
  public static Demo of(LocalStack stack, String url, double speed) {
    return new Demo(stack, url, speed);
  }

  /** For a stack without sample data. */
  public static Demo none() {
    return new Demo();
  }

  /** Whether there is a sample organization at all. */
  public boolean plays() {
    return stack != null;
  }

  public Story story() {
    return story;
  }

  /** Begins; once everybody is introduced, everything happens by the stack's clock. */
  public void start() {
    if (!plays()) {
      return;
    }
    stack.inbox().ifPresent(inbox -> inbox.onMail(readers::receive));
    threads.scheduleWithFixedDelay(this::goOn, 0, LOOK.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void goOn() {
    try {
      if (!introduced) {
        hr.commissionCourses();
        hr.introduce(stack.clock().now());
        introduced = true;
        stack.clock().runAt(speed);
      }
      completeWhatIsOver(stack.clock().now());
    } catch (IOException e) {
      complain("has to try again: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      // Left to the executor, it would silently be the last look.
      complain("met a fault of its own: " + e);
    }
  }

  // Tried again five times a second, the same trouble is told once.
  private void complain(String trouble) {
    if (!trouble.equals(lastTrouble)) {
      story.tell(stack.clock().now(), "The demo", trouble);
      lastTrouble = trouble;
    }
  }

  private void completeWhatIsOver(Instant now) throws IOException, InterruptedException {
    for (SampleCourse course : List.copyOf(running)) {
      if (now.isAfter(course.endsOn().atTime(14, 0).toInstant(ZoneOffset.UTC))) {
        hr.complete(course);
        running.remove(course);
      }
    }
  }

  @Override
  public void close() {
    if (plays()) {
      threads.shutdownNow();
    }
  }

  private static Thread daemon(Runnable task) {
    var thread = new Thread(task, "demo");
    thread.setDaemon(true);
    return thread;
  }
}
