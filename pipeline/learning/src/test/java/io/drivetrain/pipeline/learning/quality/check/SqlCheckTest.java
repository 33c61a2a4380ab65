package io.drivetrain.pipeline.learning.quality.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.drivetrain.pipeline.api.quality.Finding;
import io.drivetrain.pipeline.api.quality.SampleRow;
import io.drivetrain.pipeline.learning.quality.expectation.Expectation;
import io.drivetrain.pipeline.learning.quality.expectation.SqlExpectation;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqlCheckTest {
  private static final String FLATS =
      """
      Ville,Pièces,Publié le,Note,Loyer
      Fès,3,2026-02-20,,3000
      Fès,3,2026-02-20,,3000
      Rabat,99,2026-02-25,quiet,5000
      Fès,3,2026-02-01,,4000
      Tanger,--,2026-12-31,,2500
      """;

  @TempDir Path folder;

  @Test
  void aConditionCountsRowsAsOftenAsTheyStandThere() {
    Finding rent = find(condition("rent >= 4000 or city = 'Tanger'", 0.5));

    assertThat(rent.passed()).isTrue();
    assertThat(rent.failing()).isEqualTo(2);
    assertThat(rent.sentence())
        .isEqualTo(
            "expected 50.0 % rows for which rent >= 4000 or city = 'Tanger' or more, found 60.0 %"
                + " (2 of 5 are not) (first: line 2, 'rent = 3000, city = Fès')");
    assertThat(rent.samples()).hasSize(1);
  }

  @Test
  void aReportSaysTheLabelInPlaceOfTheSql() {
    Expectation cheap =
        new SqlExpectation.Condition("flats that one can pay", "rent < 4500", 0.9, null);
    Expectation middle =
        new SqlExpectation.Value(
            "the median rent", "select median(rent) from data", 1.0, null, null);

    assertThat(find(cheap).expected()).isEqualTo("90.0 % flats that one can pay or more");
    assertThat(find(middle).expected()).isEqualTo("the median rent from 1 to any");
  }

  @Test
  void rowsOfWhichAConditionIsUnknownDoNotCount() {
    Finding rooms = find(condition("rooms <= 3", null));

    assertThat(rooms.passed()).isTrue();
    assertThat(rooms.observed()).isEqualTo("100.0 % (0 of 3 are not)");
  }

  @Test
  void columnsGoByTheirHeadersToo() {
    Finding rent = find(condition("\"Loyer\" > 3000 and \"Publié le\" < date '2027-01-01'", null));

    assertThat(rent.samples())
        .containsExactly(
            new SampleRow(2, "rent = 3000, listed_on = 2026-02-20"),
            new SampleRow(6, "rent = 2500, listed_on = 2026-12-31"));
  }

  @Test
  void theValueOfAQueryMustLieBetweenItsBounds() {
    String average = "select avg(rent) from data where city = 'Fès'";

    assertThat(find(value(average, 3300.0, 3400.0)).passed()).isTrue();
    assertThat(find(value(average, 3400.0, null)).sentence())
        .isEqualTo("expected %s from 3400 to any, found 3333.3333333333335".formatted(average));
    assertThat(find(value("select count(*) = 5 from data", 1.0, 1.0)).passed()).isTrue();
    assertThat(find(value("select sum(rooms) from data", 9.0, 9.0)).passed()).isTrue();
  }

  @Test
  void aQueryWithoutAValueIsNotMet() {
    Finding nobody = find(value("select avg(rent) from data where city = 'Oujda'", 0.0, null));
    Finding all = find(value("select rent from data", 0.0, null));

    assertThat(nobody.passed()).isFalse();
    assertThat(nobody.observed()).isEqualTo("no value");
    assertThat(all.observed()).isEqualTo("no answer: it gave more than one row");
  }

  @Test
  void whatTheDataMakesImpossibleIsNotMetAndSaysWhy() {
    Finding number = find(condition("cast(city as integer) > 0", 0.0));

    assertThat(number.passed()).isFalse();
    assertThat(number.observed())
        .isEqualTo("no answer: 'Fès' cannot be read as a value of the type asked for");
  }

  @Test
  void aQueryThatTakesTooLongIsEndedAndNotMet() {
    String endless =
        "with recursive n as (select 1 as i union all select i + 1 from n) select max(i) from n";

    Finding late =
        QualityFixtures.finding(folder, FLATS, value(endless, 0.0, null), Duration.ofMillis(200));

    assertThat(late.passed()).isFalse();
    assertThat(late.observed()).startsWith("no answer: it took longer than ");
  }

  private static Expectation condition(String condition, Double mostly) {
    return new SqlExpectation.Condition(null, condition, mostly, null);
  }

  private static Expectation value(String query, Double min, Double max) {
    return new SqlExpectation.Value(null, query, min, max, null);
  }

  private Finding find(Expectation expectation) {
    return QualityFixtures.finding(folder, FLATS, expectation);
  }
}
