package io.drivetrain.pipeline.engine.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Serves the JSON Schema of definitions. */
@Path("/api/v1/definitions")
@RunOnVirtualThread
public class DefinitionSchemaResource {
  private final DefinitionCatalog definitions;

  public DefinitionSchemaResource(DefinitionCatalog definitions) {
    this.definitions = definitions;
  }

  @GET
  @Path("/schema")
  @Produces({"application/schema+json", "application/json"})
  @Operation(
      summary = "The JSON Schema of pipeline definitions",
      description =
          "Editors complete from it: write \"# yaml-language-server: $schema=<this address>\" in"
              + " the first line of a definition.")
  public JsonNode schema() {
    return definitions.schema();
  }
}
