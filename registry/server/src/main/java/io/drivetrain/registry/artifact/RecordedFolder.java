package io.drivetrain.registry.artifact;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.drivetrain.registry.model.VersionFile;
import java.util.List;

/**
 * What was uploaded to a folder.
 *
 * @param location of the folder: {@code mlflow-artifacts:/1/<run>/artifacts/model}
 * @param files in it and in the folders below, by path
 */
public record RecordedFolder(
    String location, @JsonInclude(JsonInclude.Include.ALWAYS) List<VersionFile> files) {}
