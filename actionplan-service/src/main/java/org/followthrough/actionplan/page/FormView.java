package org.followthrough.actionplan.page;

import io.quarkus.qute.TemplateData;
import java.util.List;
import java.util.Map;
import org.followthrough.actionplan.text.Finding;
import org.followthrough.actionplan.text.Form;

/** A form as a template shows it: what was entered and what is wrong with it. */
@TemplateData
public final class FormView {

  // Rendered again in full, a hostile 2 MB field would only cost the reader.
  private static final int LONGEST_SHOWN = 8_000;

  private final Form form;
  private final List<Finding> findings;
  private final String lang;

  FormView(Form form, List<Finding> findings, String lang) {
    this.form = form;
    this.findings = findings;
    this.lang = lang;
  }

  static FormView empty(String lang) {
    return new FormView(Form.of(Map.of()), List.of(), lang);
  }

  static FormView filled(Map<String, String> values, String lang) {
    return new FormView(Form.of(values), List.of(), lang);
  }

  /** What to show in a field. */
  public String value(String field) {
    String raw = form.raw(field);
    if (raw == null) {
      return "";
    }
    String shown = raw.replaceAll("[\\p{Cc}&&[^\\n\\t]]", "");
    return shown.length() <= LONGEST_SHOWN ? shown : shown.substring(0, LONGEST_SHOWN);
  }

  public boolean holds(String field, String value) {
    return value.equals(form.raw(field));
  }

  public boolean isWrong(String field) {
    return findings.stream().anyMatch(finding -> finding.field().equals(field));
  }

  /** The sentence that says how to put a field right. */
  public String fault(String field) {
    return findings.stream()
        .filter(finding -> finding.field().equals(field))
        .findFirst()
        .map(finding -> finding.sentence(lang))
        .orElse("");
  }

  public boolean isAnythingWrong() {
    return !findings.isEmpty();
  }

  public List<Fault> faults() {
    return findings.stream()
        .map(finding -> new Fault(finding.field(), finding.place(lang) + finding.sentence(lang)))
        .toList();
  }

  /** One line of the summary above the form. */
  @TemplateData
  public record Fault(String field, String sentence) {}
}
