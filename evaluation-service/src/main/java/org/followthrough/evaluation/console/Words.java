package org.followthrough.evaluation.console;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.followthrough.evaluation.outcome.Share;

/** Figures and days in the reader's language. */
record Words(String lang, Locale locale, ConsoleMessages messages) {

  static Words in(String lang) {
    Locale locale = lang.equals("de") ? Locale.GERMANY : Locale.UK;
    ConsoleMessages messages =
        lang.equals("de")
            ? MessageBundles.get(ConsoleMessages.class, Localized.Literal.of(lang))
            : MessageBundles.get(ConsoleMessages.class);
    return new Words(lang, locale, messages);
  }

  String share(Share share) {
    if (share.of() == 0) {
      return messages.none();
    }
    return share.count() == null
        ? messages.tooFew()
        : messages.share(share.count(), share.of(), share.percent());
  }

  /** A share whose denominator says nothing about how many people there are. */
  String shareOfAnswers(Share share) {
    return share.of() > 0 && share.count() == null ? messages.tooFewAny() : share(share);
  }

  String mean(double value) {
    return decimal("0.0").format(value);
  }

  String signed(double value) {
    return decimal("+0.0;−0.0").format(value);
  }

  String amount(Number value) {
    NumberFormat format = NumberFormat.getNumberInstance(locale);
    format.setMaximumFractionDigits(2);
    return format.format(value);
  }

  String day(LocalDate day) {
    return day.format(DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale));
  }

  String month(YearMonth month) {
    return month.format(DateTimeFormatter.ofPattern("MMM yy", locale));
  }

  private DecimalFormat decimal(String pattern) {
    return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(locale));
  }
}
