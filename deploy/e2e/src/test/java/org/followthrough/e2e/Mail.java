package org.followthrough.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import org.followthrough.embedded.MailView;
import org.followthrough.embedded.StoredMail;
import org.jsoup.Jsoup;

/** A mail that arrived. */
record Mail(StoredMail stored, MailView view) {

  static Mail of(StoredMail stored) {
    try {
      return new Mail(stored, stored.view());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  long number() {
    return stored.sequence();
  }

  String to() {
    return stored.recipients().get(0);
  }

  List<String> touchIds() {
    return Stream.of(view.header("X-Followthrough-Touch").split(","))
        .map(String::strip)
        .filter(id -> !id.isEmpty())
        .toList();
  }

  /** All links of its HTML part. */
  List<String> links() {
    return Jsoup.parse(view.html()).select("a[href]").eachAttr("href");
  }

  /** Those a reader can see. */
  List<String> visibleLinks() {
    return Jsoup.parse(view.html()).select("a[href]").stream()
        .filter(link -> !link.text().isBlank())
        .map(link -> link.attr("href"))
        .toList();
  }

  /** The first link to such a page. */
  String link(String path) {
    return links().stream()
        .filter(link -> link.contains(path))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no link to " + path + " in " + links()));
  }
}
