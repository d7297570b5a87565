package org.followthrough.reminder.dispatch;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How due touches become mail. All durations but {@code resendAfter} are real time. */
@ConfigMapping(prefix = "reminder.dispatch")
public interface DispatchSettings {

  @WithDefault("true")
  boolean enabled();

  /** Between two looks for due touches. */
  @WithDefault("200ms")
  Duration interval();

  /** After start, before the first look. */
  @WithDefault("2s")
  Duration delayed();

  @WithDefault("500")
  int batch();

  /** How long a claim holds; longer than the slowest transmission. */
  @WithDefault("30m")
  Duration lease();

  /** Between two looks for what crashed instances left behind, and for mails to be sent again. */
  @WithDefault("5s")
  Duration recovery();

  /** After which a mail in doubt is sent again, where its category wants that; service clock. */
  @WithDefault("15m")
  Duration resendAfter();
}
