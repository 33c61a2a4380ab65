package io.drivetrain.data.cars;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListingsTest {
  @Test
  void repeatsTheSampleOfTheRepository() throws IOException {
    List<String> sample = Files.readAllLines(Path.of("..", "cars.csv"));

    assertThat(new Listings(1).rows(12_000)).isEqualTo(sample.subList(1, sample.size()));
    assertThat(sample.getFirst()).isEqualTo(Listings.HEADER);
  }

  @Test
  void anotherSeedMakesOtherRows() {
    assertThat(new Listings(2).rows(20)).hasSize(20).isNotEqualTo(new Listings(1).rows(20));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0 - 4 999",
    "99999, 95 000 - 99 999",
    "100000, 100 000 - 109 999",
    "199999, 190 000 - 199 999",
    "499999, 450 000 - 499 999"
  })
  void mileageIsARangeOfTheSite(int kilometres, String range) {
    assertThat(Listings.mileageRange(kilometres)).isEqualTo(range);
  }
}
