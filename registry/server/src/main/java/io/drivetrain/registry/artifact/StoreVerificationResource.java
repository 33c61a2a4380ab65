package io.drivetrain.registry.artifact;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** For {@code scripts/verify.sh}. */
@Path("/api/v1/artifacts/verification")
@RunOnVirtualThread
@Tag(name = "Artifacts")
public class StoreVerificationResource {
  private final StoreVerification verification;

  public StoreVerificationResource(StoreVerification verification) {
    this.verification = verification;
  }

  @GET
  @Produces({MediaType.TEXT_PLAIN, MediaType.APPLICATION_JSON})
  @Operation(
      summary = "Hashes every stored file anew, and names what differs from what was uploaded",
      description =
          "A line of text for each difference, as soon as it is found. The last line begins with"
              + " 'verified' and says how many there are; an answer without it broke off.")
  @APIResponse(responseCode = "200", description = "What differs, a line each")
  @APIResponse(responseCode = "429", description = "It is being done already")
  public Response verify() {
    verification.begin();
    StreamingOutput body =
        output ->
            verification.write(
                new PrintWriter(new OutputStreamWriter(output, StandardCharsets.UTF_8)));
    return Response.ok(body).type("text/plain;charset=UTF-8").build();
  }
}
