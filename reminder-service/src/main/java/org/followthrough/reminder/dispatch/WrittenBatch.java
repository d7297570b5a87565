package org.followthrough.reminder.dispatch;

import java.util.List;

/** What becomes of a batch of due touches: the mails to be, and what does not go out now. */
record WrittenBatch(List<Posting> postings, List<Withheld> withheld) {}
