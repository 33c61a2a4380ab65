package io.drivetrain.webui.monitoring;

import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;

/** Without it Vaadin would answer an unknown API path with a page. */
@Path("/api")
public class UnknownPathResource {

  /** Called for every method: a locator of a resource that does not exist. */
  @Path("{path:.*}")
  public Object none() {
    throw new NotFoundException();
  }
}
