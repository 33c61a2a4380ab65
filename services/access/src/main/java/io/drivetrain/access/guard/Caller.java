package io.drivetrain.access.guard;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.RequestScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Who sent the request, as far as that is known: there are no accounts yet. */
@RequestScoped
public class Caller {
  private static final int MAX_CLIENT = 500;

  private final CurrentVertxRequest request;
  private final String application;

  Caller(
      CurrentVertxRequest request,
      @ConfigProperty(name = "quarkus.application.name") String application) {
    this.request = request;
    this.application = application;
  }

  /** The application itself, when it works without a request. */
  public String name() {
    return request.getCurrent() == null ? application : "anonymous";
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
