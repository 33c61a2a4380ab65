package io.drivetrain.webui.experiment;

import io.drivetrain.webui.client.Refusal;
import io.drivetrain.webui.client.ServiceCallException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is wrong with a filter, as the registry says it.
 *
 * @param character where it is wrong, from 1; empty when the registry names no place
 * @param detail in English
 */
public record FilterFault(OptionalInt character, String detail) {
  private static final int BAD_REQUEST = 400;
  private static final Pattern PLACE =
      Pattern.compile("Invalid filter(?: or order)? at character (\\d{1,6}): (.*)", Pattern.DOTALL);

  /**
   * The fault that a call was refused for; empty when it failed for another reason.
   *
   * @param filter that was sent: the registry repeats it behind its message
   */
  public static Optional<FilterFault> of(ServiceCallException failure, String filter) {
    return failure
        .refusal()
        .filter(refusal -> refusal.status() == BAD_REQUEST)
        .map(Refusal::title)
        .map(message -> of(message, filter));
  }

  private static FilterFault of(String message, String filter) {
    Matcher placed = PLACE.matcher(message);
    if (!placed.matches()) {
      return new FilterFault(OptionalInt.empty(), message);
    }
    String detail = placed.group(2);
    String repeated = ": " + filter;
    return new FilterFault(
        OptionalInt.of(Integer.parseInt(placed.group(1))),
        detail.endsWith(repeated)
            ? detail.substring(0, detail.length() - repeated.length())
            : detail);
  }
}
