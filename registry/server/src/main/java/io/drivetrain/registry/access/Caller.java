package io.drivetrain.registry.access;

import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.RequestScoped;

/** Who sent the request, as far as that is known: there are no accounts yet. */
@RequestScoped
public class Caller {
  private static final int MAX_CLIENT = 500;

  private final HttpServerRequest request;

  Caller(HttpServerRequest request) {
    this.request = request;
  }

  public String name() {
    return "anonymous";
  }

  /** What the client's program calls itself, such as {@code mlflow-python-client/3.11.1}. */
  public String client() {
    var agent = request.getHeader("User-Agent");
    if (agent == null) {
      return "";
    }
    return agent.length() > MAX_CLIENT ? agent.substring(0, MAX_CLIENT) : agent;
  }
}
