package io.drivetrain.registry.trash;

import io.drivetrain.registry.protocol.RegistryException;
import java.util.Arrays;
import java.util.List;

/** What can be in the trash, in the order in which a sweep purges it: holders of files first. */
public enum TrashKind {
  VERSION,
  EXPERIMENT,
  RUN;

  static TrashKind of(String name) {
    return Arrays.stream(values())
        .filter(kind -> kind.name().equals(name))
        .findFirst()
        .orElseThrow(() ->
            RegistryException.invalid(
                "Unknown kind '%s'. There are %s.".formatted(name, List.of(values()))));
  }
}
