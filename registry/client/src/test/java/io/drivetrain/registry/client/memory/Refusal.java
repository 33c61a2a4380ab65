package io.drivetrain.registry.client.memory;

import io.drivetrain.registry.client.HttpDouble;

/** A request that MLflow's protocol answers with an error body. */
final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;

  private Refusal(int status, String code, String message) {
    super(message);
    this.status = status;
    this.code = code;
  }

  static Refusal invalid(String message) {
    return new Refusal(400, "INVALID_PARAMETER_VALUE", message);
  }

  static Refusal exists(String message) {
    return new Refusal(400, "RESOURCE_ALREADY_EXISTS", message);
  }

  static Refusal missing(String message) {
    return new Refusal(404, "RESOURCE_DOES_NOT_EXIST", message);
  }

  static Refusal conflict(String message) {
    return new Refusal(409, "RESOURCE_CONFLICT", message);
  }

  static Refusal unknownEndpoint(String endpoint) {
    return new Refusal(404, "ENDPOINT_NOT_FOUND", "There is no endpoint " + endpoint);
  }

  /** Something that the server can do and the registry in memory cannot. */
  static Refusal notImplemented(String what) {
    return new Refusal(501, "NOT_IMPLEMENTED", "The registry in memory has no " + what);
  }

  static Refusal unavailable() {
    return new Refusal(503, "TEMPORARILY_UNAVAILABLE", "Made unavailable by the test");
  }

  HttpDouble.Answer answer() {
    return HttpDouble.error(status, code, getMessage());
  }
}
