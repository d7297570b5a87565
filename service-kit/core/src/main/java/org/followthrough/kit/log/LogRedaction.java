package org.followthrough.kit.log;

import io.quarkus.logging.LoggingFilter;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.formatters.PatternFormatter;

/**
 * Stands before every handler of the log ({@code quarkus.log.console.filter}) and lets nothing pass
 * that {@link Redaction} knows: frameworks log paths with tokens and exceptions with values.
 */
@LoggingFilter(name = "redaction")
public final class LogRedaction implements Filter {

  private final PatternFormatter message = new PatternFormatter("%s");

  /** Redacts the record in place; never holds one back. */
  @Override
  public boolean isLoggable(LogRecord record) {
    if (record instanceof ExtLogRecord own && own.getMessage() != null) {
      String text = message.format(own);
      String clean = Redaction.of(text);
      if (!clean.equals(text)) {
        own.setMessage(clean, ExtLogRecord.FormatStyle.NO_FORMAT);
      }
    }
    Throwable thrown = record.getThrown();
    if (thrown != null && !(thrown instanceof RedactedThrowable)) {
      record.setThrown(RedactedThrowable.of(thrown));
    }
    return true;
  }
}
