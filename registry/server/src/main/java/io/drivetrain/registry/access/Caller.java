package io.drivetrain.registry.access;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.RequestScoped;

/** Who sent the request, as far as that is known: there are no accounts yet. */
@RequestScoped
public class Caller {
  private static final int MAX_CLIENT = 500;

  private final CurrentVertxRequest request;

  Caller(CurrentVertxRequest request) {
    this.request = request;
  }

  /** {@code registry} is this server itself, when it works without being asked. */
  public String name() {
    return request.getCurrent() == null ? "registry" : "anonymous";
  }

  /** What the client's program calls itself, such as {@code mlflow-python-client/3.11.1}. */
  public String client() {
    var agent =
        request.getCurrent() == null
            ? null
            : request.getCurrent().request().getHeader("User-Agent");
    if (agent == null) {
      return "";
    }
    return agent.length() > MAX_CLIENT ? agent.substring(0, MAX_CLIENT) : agent;
  }
}
