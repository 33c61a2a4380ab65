package io.drivetrain.pipeline.learning;

import io.drivetrain.registry.client.memory.StoredRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Prints the scores of a definition on a file for several split seeds; see {@code
 * docs/measurements.md}. Not run with the tests: {@code -Dtest=ScoresBench
 * -Dbench.definition=car-price.yaml -Dbench.scores=cars.csv -Dbench.seeds=10 -Dbench.out=folder};
 * the predictions of the hold-outs are written there.
 */
@EnabledIfSystemProperty(named = "bench.scores", matches = ".+")
class ScoresBench {
  @RegisterExtension private final RentPipeline pipeline = new RentPipeline();

  @Test
  void scoresOfSeveralSplits() throws IOException {
    String text = Files.readString(Path.of(System.getProperty("bench.definition")));
    for (int seed : IntStream.rangeClosed(1, Integer.getInteger("bench.seeds", 3)).toArray()) {
      pipeline.definition(text.replaceFirst("(?m)^  seed: 2$", "  seed: " + seed));
      RentPipeline.Run run =
          pipeline
              .file(Path.of(System.getProperty("bench.scores")))
              .start()
              .with("data", "rents.csv");
      run.run("check_data_quality");
      run.run("train_model");
      long start = System.nanoTime();
      System.out.println("evaluate: " + run.run("evaluate_model"));
      StoredRun stored = pipeline.registry().runs().getLast();
      System.out.printf(
          Locale.ROOT,
          "seed %d, %.1f s: %s%n",
          seed,
          (System.nanoTime() - start) / 1e9,
          stored.metrics());
      Files.write(
          Path.of(System.getProperty("bench.out")).resolve("predictions-" + seed + ".csv"),
          pipeline.registry().file(stored, "evaluation/predictions.csv"));
    }
  }
}
