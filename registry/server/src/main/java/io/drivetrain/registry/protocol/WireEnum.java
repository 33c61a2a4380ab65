package io.drivetrain.registry.protocol;

import java.util.Arrays;
import java.util.Optional;

/** Protobuf's JSON form of enums: the name, or the number that starts at 1. */
public final class WireEnum {
  private WireEnum() {}

  public static <E extends Enum<E>> Optional<E> read(Class<E> type, Object nameOrNumber) {
    var text = String.valueOf(nameOrNumber);
    return Arrays.stream(type.getEnumConstants())
        .filter(e -> e.name().equals(text) || String.valueOf(e.ordinal() + 1).equals(text))
        .findFirst();
  }
}
