package io.drivetrain.registry.client.memory;

import io.drivetrain.registry.client.HttpDouble;

/** Listens, and answers each request from the routes or the artifact store, one at a time. */
final class MemoryServer implements AutoCloseable {
  private final Object lock;
  private final Routes routes;
  private final ArtifactStore artifacts;
  private final Faults faults = new Faults();
  private HttpDouble http;

  /**
   * @param lock held while a request is processed, but not while a fault's action runs
   */
  MemoryServer(Object lock, Routes routes, ArtifactStore artifacts) {
    this.lock = lock;
    this.routes = routes;
    this.artifacts = artifacts;
    listen(0);
  }

  HttpDouble http() {
    return http;
  }

  Faults faults() {
    return faults;
  }

  /** Listens again on the same port. */
  void restart() {
    listen(http.port());
  }

  @Override
  public void close() {
    http.close();
  }

  private void listen(int port) {
    http = new HttpDouble(port);
    http.onPrefix("", this::answer);
  }

  private HttpDouble.Answer answer(HttpDouble.Request request) {
    try {
      faults.beforeProcessing(request);
      HttpDouble.Answer answer = process(request);
      faults.afterProcessing(request);
      return answer;
    } catch (Refusal refusal) {
      return refusal.answer();
    }
  }

  private HttpDouble.Answer process(HttpDouble.Request request) {
    synchronized (lock) {
      return artifacts
          .answer(request)
          .orElseGet(() -> HttpDouble.json(routes.answer(request).toString()));
    }
  }
}
