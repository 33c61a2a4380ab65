package io.drivetrain.pipeline.learning.evaluation.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.drivetrain.pipeline.learning.data.Example;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SlicingTest {
  /** Areas 1 to 100 at 10 times as much, free on the days from 2024-01-01 on. */
  private static final List<Example> FLATS =
      IntStream.rangeClosed(1, 100)
          .mapToObj(area ->
              Flats.example(
                  area,
                  Map.of("area", area, "free", LocalDate.of(2024, 1, 1).plusDays(area - 1)),
                  10 * area))
          .toList();

  @Test
  void cutsNumbersDaysAndThePredictedValueIntoPartsOfTheSameSize() {
    assertThat(slices("area", 4))
        .extracting(Slice::name)
        .containsExactly("1 to 25", "26 to 50", "51 to 75", "76 to 100");
    assertThat(slices("rent", 2))
        .extracting(Slice::name)
        .containsExactly("20 to 1000", "1020 to 2000");
    assertThat(slices("free", 2))
        .extracting(Slice::name)
        .containsExactly("2024-01-01 to 2024-02-19", "2024-02-20 to 2024-04-09");
    assertThat(slices("area", 4)).extracting(Slice::rows).containsOnly(25);
  }

  @Test
  void neverPartsEqualValues() {
    List<Example> mostlyTen =
        IntStream.rangeClosed(1, 100)
            .mapToObj(i -> Flats.example(i, Map.of("area", i <= 90 ? 10 : i), i))
            .toList();

    assertThat(new Slicing(Flats.SCHEMA, "area").of(mostlyTen, Example::target, 20, 10))
        .extracting(slice -> slice.name() + ": " + slice.rows())
        .containsExactly("10: 90", "91 to 100: 10");
  }

  private static List<Slice> slices(String by, int bins) {
    return new Slicing(Flats.SCHEMA, by).of(FLATS, one -> 2 * one.target(), 20, bins);
  }
}
