package org.followthrough.reminder.mail;

import java.net.IDN;
import java.util.Optional;
import java.util.regex.Pattern;

/** Addresses we can send to: ASCII, or with a domain that has an ASCII form. */
public final class MailAddress {

  private static final int LONGEST = 254;
  private static final Pattern SENDABLE =
      Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}@[A-Za-z0-9.-]{1,189}");

  private MailAddress() {}

  /** The address in the form that goes over the wire; empty if no mail can be sent to it. */
  public static Optional<String> sendable(String address) {
    if (address == null || address.length() > LONGEST || address.indexOf('@') < 1) {
      return Optional.empty();
    }
    int at = address.lastIndexOf('@');
    String domain = address.substring(at + 1);
    return ascii(domain)
        .map(ascii -> address.substring(0, at + 1) + ascii)
        .filter(whole -> SENDABLE.matcher(whole).matches());
  }

  static String checked(String address) {
    if (!SENDABLE.matcher(address).matches()) {
      throw new IllegalArgumentException("not an address for an SMTP command");
    }
    return address;
  }

  private static Optional<String> ascii(String domain) {
    try {
      return Optional.of(IDN.toASCII(domain));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
