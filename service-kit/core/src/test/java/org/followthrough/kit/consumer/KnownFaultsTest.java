package org.followthrough.kit.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import org.followthrough.kit.event.UnreadableEventException;
import org.junit.jupiter.api.Test;

class KnownFaultsTest {

  /** Numbers pass by their sign; the code is their text. */
  private static final class Store implements TransientFault {
    @Override
    public boolean isTransient(Throwable fault) {
      return fault instanceof NumberFormatException && fault.getMessage().startsWith("-");
    }

    @Override
    public boolean isPermanent(Throwable fault) {
      return fault instanceof NumberFormatException && !isTransient(fault);
    }

    @Override
    public Optional<String> code(Throwable fault) {
      return fault instanceof NumberFormatException
          ? Optional.of(fault.getMessage())
          : Optional.empty();
    }
  }

  private final KnownFaults faults = new KnownFaults(List.of(new Store()));

  @Test
  void faultOfTheInfrastructureShouldPassHoweverDeepItLies() {
    assertThat(faults.isTransient(new IOException())).isTrue();
    assertThat(faults.isTransient(new CompletionException(new TimeoutException()))).isTrue();
    assertThat(faults.isTransient(new RuntimeException(new NumberFormatException("-1")))).isTrue();
    assertThat(faults.isTransient(new NumberFormatException("1"))).isFalse();
    assertThat(faults.isTransient(new IllegalStateException())).isFalse();
  }

  @Test
  void faultOfTheEventShouldStayHoweverDeepItLies() {
    assertThat(faults.isPermanent(new RuntimeException(new NumberFormatException("1")))).isTrue();
    assertThat(faults.isPermanent(new RuntimeException(unreadable()))).isTrue();
    assertThat(faults.isPermanent(new IllegalStateException())).isFalse();
  }

  @Test
  void everyFaultShouldPassOnceTheServiceStops() {
    faults.stop();

    assertThat(faults.isTransient(new IllegalStateException("the pool is closed"))).isTrue();
  }

  @Test
  void reasonShouldBeOurWordsOrClassCodeAndPlace() {
    assertThat(faults.reason(new CompletionException(unreadable()))).isEqualTo("payload is no X");
    assertThat(faults.reason(new RuntimeException("Anna", new NumberFormatException("22003"))))
        .startsWith("java.lang.NumberFormatException 22003 at org.followthrough.kit.consumer.")
        .contains("KnownFaultsTest.java:");
    Exception foreign = new IllegalStateException("Anna");
    foreign.setStackTrace(new StackTraceElement[0]);
    assertThat(faults.reason(foreign)).isEqualTo("java.lang.IllegalStateException");
  }

  private static UnreadableEventException unreadable() {
    return new UnreadableEventException("payload is no X", null);
  }
}
