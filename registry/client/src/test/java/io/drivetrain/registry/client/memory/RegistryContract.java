package io.drivetrain.registry.client.memory;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drivetrain.registry.client.RegistryClient;
import io.drivetrain.registry.client.RegistryClientConfig;
import io.drivetrain.registry.client.http.ErrorCode;
import io.drivetrain.registry.client.http.RegistryClientException;
import io.drivetrain.registry.client.tracking.Run;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * What our clients rely on in a registry. It runs against the server and against the registry in
 * memory, so that a test of a client sees what the server would answer. Every test makes what it
 * needs under names of its own.
 */
abstract class RegistryContract {
  static final Instant START = Instant.parse("2026-03-01T06:00:00Z");

  private final String name = "contract-" + UUID.randomUUID();
  private RegistryClient client;

  /** Where the registry under test listens. */
  protected abstract URI registry();

  @BeforeEach
  void connect() {
    client = RegistryClient.connect(RegistryClientConfig.of(registry()));
  }

  @AfterEach
  void disconnect() {
    client.close();
  }

  final RegistryClient client() {
    return client;
  }

  /** A name that no other test has. */
  final String name() {
    return name;
  }

  final String experiment() {
    return client.tracking().getOrCreateExperiment("contract-" + UUID.randomUUID()).id();
  }

  final Run run() {
    return client.tracking().createRun(experiment(), "first", START, Map.of());
  }

  final void missing(ThrowingCallable call) {
    refused(call, ErrorCode.RESOURCE_DOES_NOT_EXIST, 404, "");
  }

  /** The call fails with this code, status and part of the message, all from the error's body. */
  final void refused(ThrowingCallable call, ErrorCode code, int status, String message) {
    assertThatThrownBy(call)
        .isInstanceOf(RegistryClientException.class)
        .hasFieldOrPropertyWithValue("errorCode", code)
        .hasFieldOrPropertyWithValue("httpStatus", status)
        .hasMessageContaining(message);
  }
}
