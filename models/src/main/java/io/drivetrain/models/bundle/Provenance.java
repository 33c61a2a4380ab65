package io.drivetrain.models.bundle;

import io.drivetrain.models.prediction.Task;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Where a model comes from: enough to train it again.
 *
 * @param dataSource name of the data, such as a file name; no path of a machine
 * @param dataHash SHA-256 of the data as read, 64 hex digits in lower case
 * @param splitSeed of the split into training and test rows
 * @param task what the model was trained to do
 * @param algorithm such as {@code gradient_boosting}
 * @param parameters hyper-parameters by name
 * @param commit of the software that trained it; {@code unknown} when it was not built from one
 * @param jdk version of the Java runtime
 */
public record Provenance(
    String dataSource,
    String dataHash,
    RowCounts rows,
    long splitSeed,
    Task task,
    String algorithm,
    Map<String, String> parameters,
    Library library,
    String commit,
    String jdk,
    Instant startedAt,
    Instant finishedAt) {

  private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

  public Provenance {
    if (dataHash == null || !SHA_256.matcher(dataHash).matches()) {
      throw new IllegalArgumentException("dataHash must be 64 hex digits, got " + dataHash);
    }
    if (isBlank(dataSource) || isBlank(algorithm) || isBlank(commit) || isBlank(jdk)) {
      throw new IllegalArgumentException(
          "provenance needs dataSource, algorithm, commit and jdk, none of them blank");
    }
    if (rows == null
        || task == null
        || library == null
        || startedAt == null
        || finishedAt == null) {
      throw new IllegalArgumentException(
          "provenance needs rows, task, library, startedAt and finishedAt");
    }
    if (finishedAt.isBefore(startedAt)) {
      throw new IllegalArgumentException("the training finished before it started");
    }
    parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
  }

  private static boolean isBlank(String text) {
    return text == null || text.isBlank();
  }
}
