package io.drivetrain.registry.location;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocationRulesTest {
  private final LocationRules rules =
      new LocationRules(() -> Optional.of(List.of(Path.of("/mnt/nfs"), Path.of("/data/./models"))));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/mnt/nfs",
        "/mnt/nfs/a",
        "/mnt/nfs/a/../b",
        "file:/mnt/nfs/a",
        "file:///mnt/nfs/a%20b",
        "file://localhost/mnt/nfs/a",
        "/data/models/x"
      })
  void storesFoldersBelowTheRoots(String folder) {
    rules.checkSource(folder);

    assertThat(rules.checkedLocation(folder)).isEqualTo(folder);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/mnt",
        "/mnt/nfs2",
        "/mnt/nfs/../x",
        "/mnt/nfs/%2e%2e/x",
        "file:///mnt/nfs/..%2f..%2fetc",
        "file://host/mnt/nfs",
        "file:mnt/nfs",
        "/data/models/a\u0000b"
      })
  void refusesFoldersElsewhere(String folder) {
    assertThatThrownBy(() -> rules.checkSource(folder))
        .hasMessageContaining("To use a local path as a model version source");
    assertThatThrownBy(() -> rules.checkedLocation(folder))
        .hasMessageContaining("DRIVETRAIN_ARTIFACT_ROOTS");
  }
}
