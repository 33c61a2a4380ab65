package io.drivetrain.pipeline.engine.schedule;

import io.drivetrain.pipeline.api.schedule.Firing;
import io.drivetrain.pipeline.engine.definition.ScheduleSpec;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.quartz.CronExpression;

/**
 * When a schedule fires. Quartz reads the expression, but never sees the time zone: left to itself
 * it skips a day when the clocks go forward and an hour when they go back.
 *
 * <p>A schedule of certain hours fires once for each of them: at the first instant after a gap for
 * a time that falls into it, at the first of two for a time that comes twice. A schedule of every
 * hour keeps its intervals.
 */
final class FiringTimes {
  private static final Set<String> EVERY_HOUR = Set.of("*", "*/1", "0/1", "0-23");
  private static final Duration FIRST_LOOK_BACK = Duration.ofMinutes(1);

  private final String cron;
  private final ZoneId zone;

  FiringTimes(ScheduleSpec spec) {
    this.cron = spec.quartzCron();
    this.zone = spec.timeZone();
  }

  /** The next firing after an instant; empty when an expression with years has none left. */
  Optional<Firing> after(Instant instant) {
    return isEveryHour() ? nextInterval(instant) : nextOfTheClock(instant);
  }

  /** The next firings after an instant, at most so many. */
  List<Firing> after(Instant instant, int most) {
    return Stream.iterate(
            after(instant), Optional::isPresent, firing -> after(firing.orElseThrow().at()))
        .limit(most)
        .map(Optional::orElseThrow)
        .toList();
  }

  /**
   * The latest firings within a time, oldest first. Looks back in growing steps: a schedule of
   * every second that was missed for a year is not counted through.
   *
   * @param from exclusive
   * @param until inclusive
   */
  List<Instant> latest(Instant from, Instant until, int most) {
    Duration lookBack = FIRST_LOOK_BACK;
    while (true) {
      Instant start = until.minus(lookBack);
      boolean isAll = !start.isAfter(from);
      List<Instant> found = within(isAll ? from : start, until, Integer.MAX_VALUE);
      if (isAll || found.size() >= most) {
        return found.subList(Math.max(0, found.size() - most), found.size());
      }
      lookBack = lookBack.multipliedBy(2);
    }
  }

  /**
   * The first firings within a time, oldest first.
   *
   * @param from exclusive
   * @param until inclusive
   */
  List<Instant> within(Instant from, Instant until, int most) {
    List<Instant> found = new ArrayList<>();
    Optional<Firing> next = after(from);
    while (found.size() < most && next.isPresent() && !next.orElseThrow().at().isAfter(until)) {
      found.add(next.orElseThrow().at());
      next = after(next.orElseThrow().at());
    }
    return found;
  }

  private boolean isEveryHour() {
    return EVERY_HOUR.contains(cron.split("\\s+")[2]);
  }

  /** Between two changes of the clocks the offset is fixed, and every interval is a full one. */
  private Optional<Firing> nextInterval(Instant after) {
    ZoneRules rules = zone.getRules();
    Instant from = after;
    ZoneOffset offset = rules.getOffset(after);
    ZoneOffsetTransition change = rules.nextTransition(after);
    Optional<Instant> next = next(offset, from);
    while (change != null
        && next.isPresent()
        && !next.orElseThrow().isBefore(change.getInstant())) {
      from = change.getInstant().minusMillis(1);
      offset = change.getOffsetAfter();
      change = rules.nextTransition(change.getInstant());
      next = next(offset, from);
    }
    return next.map(this::interval);
  }

  private Firing interval(Instant at) {
    LocalDateTime local = LocalDateTime.ofInstant(at, zone);
    return firing(at, change(local).map(twice -> comesTwice(local) + " Fires both times."));
  }

  private Optional<Firing> nextOfTheClock(Instant after) {
    Optional<LocalDateTime> next = nextLocal(LocalDateTime.ofInstant(after, zone));
    while (next.isPresent()) {
      Firing firing = ofTheClock(next.orElseThrow());
      if (firing.at().isAfter(after)) {
        return Optional.of(firing);
      }
      next = nextLocal(next.orElseThrow());
    }
    return Optional.empty();
  }

  private Firing ofTheClock(LocalDateTime local) {
    Optional<ZoneOffsetTransition> change = change(local);
    if (change.isEmpty()) {
      return firing(local.atZone(zone).toInstant(), Optional.empty());
    }
    ZoneOffsetTransition moved = change.orElseThrow();
    return moved.isGap()
        ? firing(moved.getInstant(), Optional.of(doesNotExist(local, moved)))
        : firing(
            local.toInstant(moved.getOffsetBefore()),
            Optional.of(comesTwice(local) + " Fires once, the first time."));
  }

  private Firing firing(Instant at, Optional<String> warning) {
    return new Firing(at, at.atZone(zone).toOffsetDateTime(), warning);
  }

  /** The move of the clocks that leaves out or repeats a local time. */
  private Optional<ZoneOffsetTransition> change(LocalDateTime local) {
    return Optional.ofNullable(zone.getRules().getTransition(local));
  }

  private String doesNotExist(LocalDateTime local, ZoneOffsetTransition gap) {
    return "%s does not exist on %s in %s: the clocks go from %s to %s. Fires at the first instant after the change."
        .formatted(
            local.toLocalTime(),
            local.toLocalDate(),
            zone,
            gap.getDateTimeBefore().toLocalTime(),
            gap.getDateTimeAfter().toLocalTime());
  }

  private String comesTwice(LocalDateTime local) {
    return "%s occurs twice on %s in %s.".formatted(local.toLocalTime(), local.toLocalDate(), zone);
  }

  private Optional<LocalDateTime> nextLocal(LocalDateTime local) {
    return next(ZoneOffset.UTC, local.toInstant(ZoneOffset.UTC))
        .map(instant -> LocalDateTime.ofInstant(instant, ZoneOffset.UTC));
  }

  private Optional<Instant> next(ZoneOffset offset, Instant after) {
    try {
      CronExpression expression = new CronExpression(cron);
      expression.setTimeZone(TimeZone.getTimeZone(offset));
      return Optional.ofNullable(expression.getNextValidTimeAfter(Date.from(after)))
          .map(Date::toInstant);
    } catch (ParseException impossible) { // ScheduleSpec has read it
      throw new IllegalStateException(impossible);
    }
  }
}
