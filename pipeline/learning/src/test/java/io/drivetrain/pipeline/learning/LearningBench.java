package io.drivetrain.pipeline.learning;

import io.drivetrain.pipeline.engine.step.StepResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Measures how long the steps on a file take and how much memory, on Linux; see {@code
 * docs/measurements.md}. Not run with the tests: {@code -Dtest=LearningBench
 * -Dbench.definition=car-price.yaml -Dbench.data=cars.csv}, and {@code -Dbench.trees=2} for a file
 * that is too large for the usual number of trees. The registry lives in the heap beside the steps.
 */
@EnabledIfSystemProperty(named = "bench.data", matches = ".+")
class LearningBench {
  private static final Path SELF = Path.of("/proc/self");

  @RegisterExtension private final RentPipeline pipeline = new RentPipeline();

  @Test
  void stepsOnAFile() throws IOException {
    int trees = Integer.getInteger("bench.trees", 0);
    String definition = Files.readString(Path.of(System.getProperty("bench.definition")));
    pipeline.definition(
        trees == 0 ? definition : definition.replace("trees: 150", "trees: " + trees));
    RentPipeline.Run run =
        pipeline.file(Path.of(System.getProperty("bench.data"))).start().with("data", "rents.csv");
    if (trees > 0) {
      run.with("train.trees", trees);
    }
    for (String step : List.of("check_data_quality", "train_model", "evaluate_model")) {
      System.gc();
      Files.writeString(SELF.resolve("clear_refs"), "5"); // the peak counts from here
      long start = System.nanoTime();
      StepResult result = run.run(step);
      System.out.printf(
          Locale.ROOT,
          "%s: %s after %.1f s, %s%n",
          step,
          result.getClass().getSimpleName(),
          (System.nanoTime() - start) / 1e9,
          peak());
    }
    System.out.println("The file was opened " + pipeline.filesOpened() + " times");
  }

  private static String peak() throws IOException {
    return Files.readAllLines(SELF.resolve("status")).stream()
        .filter(line -> line.startsWith("VmHWM"))
        .findFirst()
        .orElse("no peak");
  }
}
