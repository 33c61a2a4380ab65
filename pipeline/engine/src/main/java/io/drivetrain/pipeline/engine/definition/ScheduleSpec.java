package io.drivetrain.pipeline.engine.definition;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.drivetrain.pipeline.api.definition.CatchUp;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;

/**
 * When a pipeline starts by itself. Written as a text (the cron expression) or as an object.
 *
 * @param cron a Quartz cron expression of six or seven fields, seconds first, or one of
 *     {@code @hourly}, {@code @daily}, {@code @weekly}, {@code @monthly}, {@code @yearly}
 * @param timeZone in which the expression is read; default UTC
 * @param catchUp what becomes of missed firings; default none
 * @param catchUpLimit how many missed firings {@code catchUp: all} makes up for; default 10
 */
public record ScheduleSpec(String cron, ZoneId timeZone, CatchUp catchUp, int catchUpLimit) {
  private static final int USUAL_LIMIT = 10;
  private static final int LARGEST_LIMIT = 1000;
  private static final Map<String, String> NAMED =
      Map.of(
          "@hourly", "0 0 * * * ?",
          "@daily", "0 0 0 * * ?",
          "@weekly", "0 0 0 ? * SUN",
          "@monthly", "0 0 0 1 * ?",
          "@yearly", "0 0 0 1 1 ?");

  public ScheduleSpec {
    CronErrors.of(cron == null ? "" : NAMED.getOrDefault(cron, cron))
        .ifPresent(fault -> {
          throw new DefinitionException(fault, "cron");
        });
    timeZone = Objects.requireNonNullElse(timeZone, ZoneOffset.UTC);
    catchUp = Objects.requireNonNullElse(catchUp, CatchUp.NONE);
    if (catchUpLimit < 1 || catchUpLimit > LARGEST_LIMIT) {
      throw new DefinitionException("must be between 1 and 1000", "catchUpLimit");
    }
  }

  @JsonCreator
  static ScheduleSpec of(String cron) {
    return new ScheduleSpec(cron, ZoneOffset.UTC, CatchUp.NONE, USUAL_LIMIT);
  }

  @JsonCreator
  static ScheduleSpec of(
      @JsonProperty("cron") String cron,
      @JsonProperty("timeZone") String timeZone,
      @JsonProperty("catchUp") CatchUp catchUp,
      @JsonProperty("catchUpLimit") Integer catchUpLimit) {
    return new ScheduleSpec(
        cron,
        timeZone == null ? null : zone(timeZone),
        catchUp,
        Objects.requireNonNullElse(catchUpLimit, USUAL_LIMIT));
  }

  /** The expression as Quartz reads it. */
  public String quartzCron() {
    return NAMED.getOrDefault(cron, cron);
  }

  private static ZoneId zone(String id) {
    try {
      return ZoneId.of(id);
    } catch (DateTimeException unknown) {
      throw new DefinitionException(
          "'" + id + "' is not a time zone, such as UTC or Africa/Casablanca", "timeZone");
    }
  }
}
