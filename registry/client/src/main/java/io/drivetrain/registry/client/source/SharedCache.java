package io.drivetrain.registry.client.source;

import io.drivetrain.registry.client.http.SourceHealth;
import java.util.Optional;
import java.util.function.Supplier;

/** What processes share about models. It may forget everything at any time. */
interface SharedCache extends AutoCloseable {

  /** The registered model; {@code registry} is asked when the cache does not know. */
  Optional<ModelPointer> pointer(String name, Supplier<Optional<ModelPointer>> registry);

  /** What was read in another epoch may be old. */
  long epoch();

  /** The registry is asked next time. */
  void forget(String name);

  /** Content by its SHA-256, checked. */
  Optional<byte[]> bytes(String sha256);

  void keep(String sha256, byte[] content);

  SourceHealth.Status status();

  @Override
  void close();
}
