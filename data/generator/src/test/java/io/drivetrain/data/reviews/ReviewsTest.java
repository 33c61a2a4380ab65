package io.drivetrain.data.reviews;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReviewsTest {
  @Test
  void repeatsTheSampleOfTheRepository() throws IOException {
    assertThat(GenerateReviews.lines()).isEqualTo(Files.readAllLines(Path.of("..", "reviews.csv")));
  }

  @Test
  void anotherSeedMakesOtherReviewsInBothLanguages() {
    List<String> rows = new Reviews(2).rows(200);

    assertThat(rows).isNotEqualTo(new Reviews(1).rows(200));
    assertThat(rows)
        .anyMatch(row -> row.contains(",fr,"))
        .anyMatch(row -> row.contains(",en,"))
        .anyMatch(row -> row.endsWith(",neutral"));
  }
}
