package org.followthrough.enrollment.intake;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import jakarta.inject.Singleton;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;

/**
 * Bounds the memory that whole bodies take: only so many large ones are read and stored at a time.
 * The others wait unread, first come, first served, and TCP holds their senders.
 */
@Singleton
class LargeBodies {

  static final int AT_ONCE = 8;
  private static final long LARGE = 64 * 1024;

  private final Semaphore room = new Semaphore(AT_ONCE);
  private final Queue<UniEmitter<? super Void>> waiting = new ConcurrentLinkedQueue<>();

  /** Whether a body of this announced length has to wait; so has one that announces none. */
  static boolean isLarge(String contentLength) {
    return contentLength == null
        || contentLength.length() > 5
        || Long.parseLong(contentLength) > LARGE;
  }

  /** Does the work as soon as there is room, and gives the room back however it ends. */
  <T> Uni<T> whenThereIsRoom(Uni<T> work) {
    return Uni.createFrom()
        .<Void>emitter(this::enter)
        .chain(() -> work.onTermination().invoke(this::leave));
  }

  private void enter(UniEmitter<? super Void> one) {
    waiting.add(one);
    admit();
  }

  private void leave() {
    room.release();
    admit();
  }

  private void admit() {
    while (!waiting.isEmpty() && room.tryAcquire()) {
      UniEmitter<? super Void> next = waiting.poll();
      if (next == null) {
        room.release();
      } else {
        next.complete(null);
      }
    }
  }
}
