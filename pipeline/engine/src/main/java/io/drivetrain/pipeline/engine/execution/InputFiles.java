package io.drivetrain.pipeline.engine.execution;

import io.drivetrain.pipeline.api.definition.ParameterType;
import io.drivetrain.pipeline.engine.definition.Sha256;
import io.drivetrain.pipeline.engine.parameter.DataFolder;
import io.drivetrain.pipeline.engine.parameter.ParameterSpec;
import io.drivetrain.pipeline.engine.parameter.RunParameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Hashes the files that parameters name. Done by the worker before a step and not by the request
 * that triggers a run, because files may be large.
 */
@ApplicationScoped
public class InputFiles {
  private final DataFolder folder;

  InputFiles(DataFolder folder) {
    this.folder = folder;
  }

  /**
   * SHA-256 of each file, by parameter; without those that cannot be read.
   *
   * @param parameters the values of the declared parameters, or of some of them
   */
  public Map<String, Object> hashes(List<ParameterSpec> declared, RunParameters parameters) {
    Map<String, Object> hashes = new TreeMap<>();
    for (ParameterSpec parameter : declared) {
      if (parameter.type() == ParameterType.FILE
          && parameters.values().containsKey(parameter.name())) {
        hash(parameters.file(parameter.name()))
            .ifPresent(hash -> hashes.put(parameter.name(), hash));
      }
    }
    return hashes;
  }

  private Optional<String> hash(String path) {
    Optional<Path> file = folder.resolve(path);
    if (file.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Sha256.hex(file.orElseThrow()));
    } catch (IOException unreadable) {
      return Optional.empty(); // the step that reads it says so
    }
  }
}
