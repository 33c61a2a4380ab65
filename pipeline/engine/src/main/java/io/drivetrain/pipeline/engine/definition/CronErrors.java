package io.drivetrain.pipeline.engine.definition;

import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.quartz.CronExpression;

/** Explains what is wrong with a Quartz cron expression. */
final class CronErrors {
  private static final String EXAMPLE =
      "; write six fields, seconds first, such as '0 30 6 ? * MON', or one of @hourly, @daily,"
          + " @weekly, @monthly, @yearly";
  private static final int UNIX_FIELDS = 5;

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
      return Optional.of("'%s' is wrong: %s%s".formatted(cron, wrong.getMessage(), EXAMPLE));
    }
  }

  /** Whatever the time is now: a definition that was right stays right. */
  private static boolean isEver(CronExpression expression) {
    return expression.getNextValidTimeAfter(Date.from(Instant.EPOCH)) != null;
  }
}
