package io.drivetrain.pipeline.engine.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.drivetrain.pipeline.api.definition.CatchUp;
import io.drivetrain.pipeline.api.schedule.Firing;
import io.drivetrain.pipeline.engine.definition.ScheduleSpec;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * In Berlin in 2026 the clocks go forward on 29 March at 01:00Z, from 02:00 to 03:00, and back on
 * 25 October at 01:00Z, from 03:00 to 02:00.
 */
class FiringTimesTest {
  private static final Instant BEFORE_GAP = Instant.parse("2026-03-28T12:00:00Z");
  private static final Instant BEFORE_OVERLAP = Instant.parse("2026-10-24T12:00:00Z");

  @Test
  void halfPastTwoFiresAfterTheGap() {
    assertThat(next("0 30 2 * * ?", BEFORE_GAP, 2))
        .containsExactly("2026-03-29T01:00:00Z", "2026-03-30T00:30:00Z");
  }

  @Test
  void twoOClockFiresAfterTheGap() {
    assertThat(next("0 0 2 * * ?", BEFORE_GAP, 2))
        .containsExactly("2026-03-29T01:00:00Z", "2026-03-30T00:00:00Z");
  }

  @Test
  void halfPastTwoFiresOnceInTheOverlap() {
    assertThat(next("0 30 2 * * ?", BEFORE_OVERLAP, 2))
        .containsExactly("2026-10-25T00:30:00Z", "2026-10-26T01:30:00Z");
  }

  @Test
  void twoOClockFiresOnceInTheOverlap() {
    assertThat(next("0 0 2 * * ?", BEFORE_OVERLAP, 2))
        .containsExactly("2026-10-25T00:00:00Z", "2026-10-26T01:00:00Z");
  }

  @Test
  void quarterHoursGoOnThroughTheGap() {
    assertThat(next("0 0/15 * * * ?", Instant.parse("2026-03-29T00:30:00Z"), 4))
        .containsExactly(
            "2026-03-29T00:45:00Z",
            "2026-03-29T01:00:00Z",
            "2026-03-29T01:15:00Z",
            "2026-03-29T01:30:00Z");
  }

  @Test
  void quarterHoursGoOnThroughTheOverlap() {
    List<String> firings = next("0 0/15 * * * ?", Instant.parse("2026-10-24T23:45:00Z"), 9);

    assertThat(firings)
        .containsExactly(
            "2026-10-25T00:00:00Z",
            "2026-10-25T00:15:00Z",
            "2026-10-25T00:30:00Z",
            "2026-10-25T00:45:00Z",
            "2026-10-25T01:00:00Z",
            "2026-10-25T01:15:00Z",
            "2026-10-25T01:30:00Z",
            "2026-10-25T01:45:00Z",
            "2026-10-25T02:00:00Z");
  }

  @Test
  void everyHourFiresThroughTheGap() {
    assertThat(next("0 0 * * * ?", Instant.parse("2026-03-28T23:00:00Z"), 3))
        .containsExactly("2026-03-29T00:00:00Z", "2026-03-29T01:00:00Z", "2026-03-29T02:00:00Z");
  }

  @Test
  void everyHourFiresThroughTheOverlap() {
    assertThat(next("0 0 * * * ?", Instant.parse("2026-10-24T23:00:00Z"), 3))
        .containsExactly("2026-10-25T00:00:00Z", "2026-10-25T01:00:00Z", "2026-10-25T02:00:00Z");
  }

  @Test
  void severalTimesInOneGapFireOnce() {
    assertThat(next("0 0/20 2 * * ?", BEFORE_GAP, 2))
        .containsExactly("2026-03-29T01:00:00Z", "2026-03-30T00:00:00Z");
  }

  @Test
  void theFirstTimeAfterAGapIsNotFiredTwice() {
    assertThat(next("0 0 2,3 * * ?", BEFORE_GAP, 2))
        .containsExactly("2026-03-29T01:00:00Z", "2026-03-30T00:00:00Z");
  }

  @Test
  void warnsOfATimeThatDoesNotExist() {
    Firing firing = times("0 30 2 * * ?", "Europe/Berlin").after(BEFORE_GAP).orElseThrow();

    assertThat(firing.local()).hasToString("2026-03-29T03:00+02:00");
    assertThat(firing.warning())
        .contains(
            "02:30 does not exist on 2026-03-29 in Europe/Berlin: the clocks go from 02:00 to"
                + " 03:00. Fires at the first instant after the change.");
  }

  @Test
  void warnsOfATimeThatComesTwice() {
    Firing once = times("0 30 2 * * ?", "Europe/Berlin").after(BEFORE_OVERLAP).orElseThrow();
    Firing both =
        times("0 0 * * * ?", "Europe/Berlin")
            .after(Instant.parse("2026-10-25T00:30:00Z"))
            .orElseThrow();

    assertThat(once.warning())
        .contains("02:30 occurs twice on 2026-10-25 in Europe/Berlin. Fires once, the first time.");
    assertThat(both.warning())
        .contains("02:00 occurs twice on 2026-10-25 in Europe/Berlin. Fires both times.");
  }

  @Test
  void warnsOfNothingOnOtherDays() {
    assertThat(
            times("0 30 2 * * ?", "Europe/Berlin").after(Instant.parse("2026-06-01T00:00:00Z"), 9))
        .allSatisfy(firing -> {
          assertThat(firing.local().toLocalTime()).isEqualTo(LocalTime.of(2, 30));
          assertThat(firing.warning()).isEmpty();
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTC", "Africa/Casablanca", "America/New_York", "Australia/Lord_Howe"})
  void firesOnceADayInEveryZone(String zone) {
    Instant newYear = Instant.parse("2026-01-01T00:00:00Z");
    Instant nextYear = Instant.parse("2027-01-01T00:00:00Z");

    List<Instant> times = times("0 30 2 * * ?", zone).within(newYear, nextYear, 1000);

    assertThat(times).hasSize(365);
    assertThat(times.stream().map(time -> time.atZone(ZoneId.of(zone)).toLocalDate()))
        .doesNotHaveDuplicates();
  }

  @Test
  void endsWithAnExpressionThatHasYears() {
    FiringTimes times = times("0 0 0 1 1 ? 2027", "UTC");

    assertThat(times.after(BEFORE_GAP, 10)).hasSize(1);
    assertThat(times.after(Instant.parse("2027-01-01T00:00:00Z"))).isEmpty();
  }

  @Test
  void findsTheLatestTimesOfALongAbsence() {
    Instant now = Instant.parse("2026-06-01T12:00:30Z");
    Instant aYearAgo = Instant.parse("2025-06-01T12:00:30Z");

    assertThat(times("0 * * * * ?", "UTC").latest(aYearAgo, now, 3))
        .containsExactly(
            Instant.parse("2026-06-01T11:58:00Z"),
            Instant.parse("2026-06-01T11:59:00Z"),
            Instant.parse("2026-06-01T12:00:00Z"));
    assertThat(times("0 0 0 1 * ?", "UTC").latest(aYearAgo, now, 20)).hasSize(12);
  }

  private static List<String> next(String cron, Instant after, int most) {
    Stream<Firing> firings = times(cron, "Europe/Berlin").after(after, most).stream();
    return firings.map(firing -> firing.at().toString()).toList();
  }

  private static FiringTimes times(String cron, String zone) {
    return new FiringTimes(new ScheduleSpec(cron, ZoneId.of(zone), CatchUp.NONE, 1));
  }
}
