package io.drivetrain.pipeline.engine.definition;

import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quartz.CronExpression;

/** Explains what is wrong with a Quartz cron expression. */
final class CronErrors {
  private static final String EXAMPLE =
      "; write six fields, seconds first, such as '0 30 6 ? * MON', or one of @hourly, @daily,"
          + " @weekly, @monthly, @yearly";
  private static final int UNIX_FIELDS = 5;

  /** By a part of the message with which the parser tells its causes apart. */
  private static final List<Map.Entry<String, String>> WORDS =
      List.of(
          Map.entry("both a day-of-week AND", "day-of-month or day-of-week must be ?"),
          Map.entry("-OR-", "only one of day-of-month and day-of-week may be ?"),
          Map.entry("'?'", "only day-of-month or day-of-week may be ?"),
          Map.entry("Minute and Second", "a second or a minute is 0 to 59"),
          Map.entry("Increment", "the step after / must be smaller than the field's range"),
          Map.entry("'/'", "a number must follow /"),
          Map.entry("Hour", "an hour is 0 to 23"),
          Map.entry("Day of month", "a day of the month is 1 to 31"),
          Map.entry("\"nth\"", "only one # may stand in day-of-week"),
          Map.entry("'#'", "# stands in day-of-week only, followed by 1 to 5"),
          Map.entry("'L'", "L stands alone, in day-of-month or day-of-week"),
          Map.entry("last day", "at most 30 days may lie between L and the day"),
          Map.entry("'W'", "W follows a day of the month, 1 to 31"),
          Map.entry("Day-of-Week", "a day of the week is 1 (Sunday) to 7, or SUN to SAT"),
          Map.entry("Month value", "a month is 1 to 12, or JAN to DEC"),
          Map.entry("month number", "a month is 1 to 12, or JAN to DEC"),
          Map.entry("Start year", "the first year must be before the last"),
          Map.entry("too many terms", "it has more than seven fields"));

  private CronErrors() {}

  static Optional<String> of(String cron) {
    if (cron.isBlank()) {
      return Optional.of("a schedule needs a cron expression" + EXAMPLE);
    }
    if (cron.startsWith("@")) {
      return Optional.of("there is no schedule '" + cron + "'" + EXAMPLE);
    }
    int fields = cron.strip().split("\\s+").length;
    if (fields <= UNIX_FIELDS) {
      return Optional.of("'%s' has only %d fields%s".formatted(cron, fields, EXAMPLE));
    }
    try {
      return isEver(new CronExpression(cron))
          ? Optional.empty()
          : Optional.of("'" + cron + "' never occurs: there is no such day" + EXAMPLE);
    } catch (ParseException wrong) {
      return Optional.of(
          "'%s' is wrong: %s%s".formatted(cron, reason(wrong.getMessage()), EXAMPLE));
    }
  }

  private static String reason(String parsers) {
    return WORDS.stream()
        .filter(words -> parsers.contains(words.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("one of its fields is no number, name, range or list");
  }

  /** Whatever the time is now: a definition that was right stays right. */
  private static boolean isEver(CronExpression expression) {
    return expression.getNextValidTimeAfter(Date.from(Instant.EPOCH)) != null;
  }
}
