package io.drivetrain.pipeline.engine.problem;

import jakarta.ws.rs.container.ContainerRequestContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Nothing here has a NUL in its name, and Postgres takes no text with one. */
class AddressFilter {
  private static final String NUL = "%00";

  @ServerRequestFilter(preMatching = true)
  void refuseNul(ContainerRequestContext request) {
    if (request.getUriInfo().getRequestUri().toString().contains(NUL)) {
      throw PipelineException.malformed("An address may not contain a NUL (%00).");
    }
  }
}
