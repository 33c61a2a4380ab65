package io.drivetrain.registry.client.memory;

import com.fasterxml.jackson.databind.JsonNode;
import io.drivetrain.registry.client.HttpDouble;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * What a test does to the requests of an in-memory registry. Endpoints are named by method and
 * name: {@code POST runs/create}.
 */
public final class Faults {
  private final Map<String, Consumer<JsonNode>> before = new ConcurrentHashMap<>();
  private final Map<String, Consumer<JsonNode>> after = new ConcurrentHashMap<>();
  private volatile String refusedFile = "";
  private volatile boolean unavailable;

  Faults() {}

  /** While true, every request is answered with 503. */
  public void unavailable(boolean now) {
    unavailable = now;
  }

  /** Refuses files of this name from now on, as a store that is full. */
  public void refuseUpload(String name) {
    refusedFile = "/" + name;
  }

  /** Runs before each request of an endpoint is processed. */
  public void before(String endpoint, Runnable action) {
    before.put(endpoint, _ -> action.run());
  }

  /**
   * Runs after each request of an endpoint was processed without an error, and before the answer is
   * sent: an action that waits delays it.
   */
  public void after(String endpoint, Consumer<JsonNode> action) {
    after.put(endpoint, action);
  }

  void beforeProcessing(HttpDouble.Request request) {
    if (unavailable) {
      throw Refusal.unavailable();
    }
    if (!refusedFile.isEmpty()
        && request.endpoint().startsWith("PUT ")
        && request.endpoint().endsWith(refusedFile)) {
      throw Refusal.invalid("There is no room for " + request.endpoint());
    }
    run(before, request);
  }

  void afterProcessing(HttpDouble.Request request) {
    run(after, request);
  }

  private static void run(Map<String, Consumer<JsonNode>> actions, HttpDouble.Request request) {
    Consumer<JsonNode> action = actions.get(Routes.name(request));
    if (action != null) {
      action.accept(Routes.content(request));
    }
  }
}
