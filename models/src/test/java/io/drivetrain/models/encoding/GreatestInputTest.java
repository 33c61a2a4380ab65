package io.drivetrain.models.encoding;

import static org.assertj.core.api.Assertions.assertThat;

import io.drivetrain.models.CarFixtures;
import io.drivetrain.models.schema.DateFeature;
import io.drivetrain.models.schema.FeatureSchema;
import io.drivetrain.models.schema.Label;
import io.drivetrain.models.schema.Row;
import io.drivetrain.models.schema.Target;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class GreatestInputTest {

  @Test
  void followsFromTheBoundsOfTheSchema() {
    double[] greatest = CarFixtures.encoder().greatestInputs();

    assertThat(greatest[0]).isEqualTo(46); // 1980 .. 2026, seen from 2026
    assertThat(greatest[1]).isEqualTo(1_000_000);
    assertThat(greatest[2]).isBetween(12.0, 12.5); // the mean of the dearest group
    assertThat(greatest[3]).isEqualTo(1); // two levels, -1 where unseen or missing
    assertThat(greatest[4]).isEqualTo(1);
  }

  @Test
  void noRowIsFurtherFromZero() {
    Encoder encoder = CarFixtures.encoder();
    for (Row row : CarFixtures.rows()) {
      double[] inputs = encoder.encode(row);
      for (int column = 0; column < inputs.length; column++) {
        assertThat(Math.abs(inputs[column])).isLessThanOrEqualTo(encoder.greatestInputs()[column]);
      }
    }
  }

  @Test
  void knowsTheBoundsOfDays() {
    FeatureSchema schema =
        new FeatureSchema(
            List.of(
                new DateFeature(
                    "sold",
                    new Label("Vendu", "Sold"),
                    "sold",
                    true,
                    LocalDate.parse("1960-01-01"),
                    LocalDate.parse("2020-12-31"))),
            new Target("price", new Label("Prix", "Price"), "MAD", "price"));
    Encoder encoder =
        new Encoder(
            schema,
            List.of(new NumberColumn("sold", 0), new AgeColumn("sold", 2026, 5)),
            TargetTransform.IDENTITY);

    assertThat(encoder.greatestInputs())
        .containsExactly(LocalDate.parse("2020-12-31").toEpochDay(), 66);
  }
}
