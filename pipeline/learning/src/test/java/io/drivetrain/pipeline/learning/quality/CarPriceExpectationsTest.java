package io.drivetrain.pipeline.learning.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import io.drivetrain.pipeline.engine.step.StepResult;
import io.drivetrain.pipeline.learning.RentPipeline;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The expectations that are shipped, on the sample that is shipped. */
class CarPriceExpectationsTest {
  private static final String STEP = "check_data_quality";
  private static final Pattern PRICE = Pattern.compile(";(\\d+)(?=\\R)");

  @RegisterExtension private final RentPipeline pipeline = new RentPipeline();

  private String cars;

  @BeforeEach
  void readTheSample() {
    cars = text("../../data/cars.csv");
    pipeline.definition(text("../definitions/car-price.yaml"));
  }

  @Test
  void theSampleMeetsAllOfThem() {
    RentPipeline.Run run = start(cars);

    assertThat(run.run(STEP)).isInstanceOf(StepResult.Succeeded.class);
    assertThat(run.output(STEP).get("warnings")).asInstanceOf(LIST).isEmpty();
  }

  @Test
  void pricesInThousandsAreRejectedByTheirMedian() {
    String csv = PRICE.matcher(cars).replaceAll(price -> ";" + Long.parseLong(price.group(1)) / 50);

    StepResult result = start(csv).run(STEP);

    assertThat(result).isInstanceOf(StepResult.Rejected.class);
    assertThat(((StepResult.Rejected) result).message())
        .contains("expected the median price in MAD from 30000 to 400000, found 2300.");
  }

  @Test
  void aColumnThatNobodyReadsIsPointedOut() {
    RentPipeline.Run run = start(cars.replace("\r\n", ";Fès\r\n").replaceFirst(";Fès", ";Ville"));

    assertThat(run.run(STEP)).isInstanceOf(StepResult.Succeeded.class);
    assertThat(run.output(STEP).get("warnings"))
        .asInstanceOf(LIST)
        .singleElement()
        .asString()
        .endsWith("found unexpected 'Ville' (first: line 1, 'Ville')");
  }

  private RentPipeline.Run start(String csv) {
    return pipeline.data(csv).start().with("data", "rents.csv");
  }

  private static String text(String file) {
    try {
      return Files.readString(Path.of(file));
    } catch (IOException error) {
      throw new UncheckedIOException(error);
    }
  }
}
