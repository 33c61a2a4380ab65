package io.drivetrain.webui.api;

import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.UriInfo;

/** Without it Vaadin would answer an unknown API path with a page. */
@Path("/api")
public class UnknownPathResource {

  /** Called for every method: a locator of a resource that does not exist. */
  @Path("{path:.*}")
  public Object none(UriInfo uri) {
    throw ApiException.unknownPath(uri.getPath());
  }
}
