package org.followthrough.actionplan.text;

/** What is wrong with one field, in one sentence that says how to put it right. */
public interface Finding {

  /** The name of the form field. */
  String field();

  /** The sentence, in English unless {@code lang} is {@code de}. */
  String sentence(String lang);
}
