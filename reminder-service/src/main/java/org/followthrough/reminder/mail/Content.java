package org.followthrough.reminder.mail;

import java.util.List;

/**
 * A letter's words.
 *
 * @param subject the one thing to do
 * @param preheader what mailboxes show after the subject
 * @param because why the person gets it
 */
record Content(
    String subject, String preheader, String heading, List<Block> blocks, String because) {

  Content {
    blocks = List.copyOf(blocks);
  }
}
