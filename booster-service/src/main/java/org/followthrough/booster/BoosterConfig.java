package org.followthrough.booster;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;

/** The settings of this service. */
@ConfigMapping(prefix = "booster")
public interface BoosterConfig {

  Gaps gaps();

  Step step();

  /** When questions come, in days. */
  interface Gaps {
    /** From completion to the first question. */
    @WithDefault("2")
    int first();

    /** From a right answer to the next question: after one, two, … right answers in a row. */
    @WithDefault("12,14,24")
    List<Integer> right();

    /** From a wrong answer to the next question, or from the due day of one left unanswered. */
    @WithDefault("12")
    int wrong();

    /** How long a question waits for its answer. */
    @WithDefault("7")
    int answerWithin();

    /** The last day after completion on which a question may be due. */
    @WithDefault("90")
    int lastDay();

    /** A later need date of the course moves the last day, but no further than this. */
    @WithDefault("365")
    int longest();
  }

  /** The job that moves tracks on. */
  interface Step {
    @WithDefault("1s")
    String every();
  }
}
