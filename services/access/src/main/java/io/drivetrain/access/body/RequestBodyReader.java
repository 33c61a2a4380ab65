package io.drivetrain.access.body;

import io.drivetrain.access.problem.Problem;
import io.drivetrain.access.problem.ProblemException;
import io.drivetrain.access.problem.RequestProblem;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;

/** Reads the body of a request as its record; a body that is not there is an empty object. */
@Provider
@Consumes({MediaType.APPLICATION_JSON, MediaType.WILDCARD})
public class RequestBodyReader extends BodyReader<JsonRequest> {
  private final RequestJson json;
  private final ReceivedBody received;

  @Inject
  public RequestBodyReader(RequestJson json, ReceivedBody received) {
    super(JsonRequest.class);
    this.json = json;
    this.received = received;
  }

  @Override
  protected JsonRequest read(Class<JsonRequest> type, String contentType, InputStream body)
      throws IOException {
    var bytes = body.readAllBytes();
    if (bytes.length > 0 && !isJson(contentType)) {
      throw new ProblemException(
          Problem.of(
              RequestProblem.UNSUPPORTED_MEDIA_TYPE,
              "Send the body as application/json, and say so in Content-Type."));
    }
    Utf8Body.require(bytes);
    received.keep(bytes);
    return json.read(bytes, type);
  }
}
