package org.followthrough.actionplan.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** Pages for links that do not open. */
@CheckedTemplate(basePath = "link")
class LinkTemplates {

  static native TemplateInstance nearlyReady(String lang);

  static native TemplateInstance over(OverView page);

  /** Why it is over. */
  record OverView(String lang, String reason) {}

  private LinkTemplates() {}
}
