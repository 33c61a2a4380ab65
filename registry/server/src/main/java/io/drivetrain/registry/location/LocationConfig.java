package io.drivetrain.registry.location;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Which folders of machines clients may name, such as those of a mount that all of them have. */
@ConfigMapping(prefix = "drivetrain.artifact")
public interface LocationConfig {
  /**
   * Folders below which {@code file:} and plain paths are stored as locations and sources; none by
   * default. This server neither reads nor writes there: clients do, over their own mount.
   */
  Optional<List<Path>> roots();
}
