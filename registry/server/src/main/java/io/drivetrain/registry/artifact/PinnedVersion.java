package io.drivetrain.registry.artifact;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.drivetrain.registry.model.VersionFile;
import java.time.Instant;
import java.util.List;

/**
 * What a version is made of.
 *
 * @param location of the files: {@code mlflow-artifacts:/1/<run>/artifacts/model}
 * @param pinnedAt when the files were pinned; absent for files of another store, and while none are
 *     stored
 * @param files by path; none where pinnedAt is absent
 */
public record PinnedVersion(
    String name,
    String version,
    String location,
    Instant pinnedAt,
    @JsonInclude(JsonInclude.Include.ALWAYS) List<VersionFile> files) {}
