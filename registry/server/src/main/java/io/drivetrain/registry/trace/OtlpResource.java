package io.drivetrain.registry.trace;

import io.drivetrain.registry.protocol.ProtocolConfig;
import io.drivetrain.registry.protocol.RegistryException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;

/** OpenTelemetry's protocol over HTTP: exporters send their spans here, uncompressed. */
@Path("/v1/traces")
@RunOnVirtualThread
@Tag(name = "Traces")
public class OtlpResource {
  private static final String PROTOBUF = "application/x-protobuf";

  private final TraceService traces;
  private final ProtocolConfig config;

  public OtlpResource(TraceService traces, ProtocolConfig config) {
    this.traces = traces;
    this.config = config;
  }

  @POST
  public Response export(
      @RestHeader("Content-Type") String contentType,
      @RestHeader("x-mlflow-experiment-id") String experimentId,
      InputStream body)
      throws IOException {
    if (contentType == null || !contentType.startsWith(PROTOBUF)) {
      throw RegistryException.invalid(
          "Bad Request. Content-Type must be one of ['" + PROTOBUF + "'].");
    }
    if (experimentId == null || experimentId.isEmpty()) {
      throw RegistryException.missing("x-mlflow-experiment-id");
    }
    traces.addSpans(experimentId, readWithinLimit(body));
    return Response.ok(new byte[0], PROTOBUF).build();
  }

  private byte[] readWithinLimit(InputStream body) throws IOException {
    long limit = config.maxRequestBody().asLongValue();
    var bytes = body.readNBytes(Math.toIntExact(limit + 1));
    if (bytes.length > limit) {
      throw RegistryException.badRequest(
          "The request body is larger than %d bytes. Send fewer spans at once, or raise %s."
              .formatted(limit, ProtocolConfig.MAX_REQUEST_BODY));
    }
    return bytes;
  }
}
