package org.followthrough.actionplan.text;

/** What is wrong with one field, in one sentence that says how to put it right. */
public interface Finding {

  /** The name of the form field. */
  String field();

  /** Where the field is, for a list of findings, e.g. "Action 2: "; empty where that is clear. */
  default String place(String lang) {
    return "";
  }

  /** The sentence, in English unless {@code lang} is {@code de}. */
  String sentence(String lang);
}
