package io.drivetrain.access.body;

import io.drivetrain.access.problem.Problem;
import io.drivetrain.access.problem.ProblemException;
import io.drivetrain.access.problem.RequestProblem;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

/** Reads the body of a request as its record; a body that is not there is an empty object. */
@Provider
@Consumes({MediaType.APPLICATION_JSON, MediaType.WILDCARD})
public class RequestBodyReader implements MessageBodyReader<JsonRequest> {
  private final RequestJson json;
  private final ReceivedBody received;

  @Inject
  public RequestBodyReader(RequestJson json, ReceivedBody received) {
    this.json = json;
    this.received = received;
  }

  @Override
  public boolean isReadable(
      Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
    return JsonRequest.class.isAssignableFrom(type);
  }

  @Override
  public JsonRequest readFrom(
      Class<JsonRequest> type,
      Type genericType,
      Annotation[] annotations,
      MediaType mediaType,
      MultivaluedMap<String, String> headers,
      InputStream body)
      throws IOException {
    var bytes = body.readAllBytes();
    if (bytes.length > 0 && !isJson(headers.getFirst(HttpHeaders.CONTENT_TYPE))) {
      throw new ProblemException(
          Problem.of(
              RequestProblem.UNSUPPORTED_MEDIA_TYPE,
              "Send the body as application/json, and say so in Content-Type."));
    }
    received.keep(bytes);
    return json.read(bytes, type);
  }

  private static boolean isJson(String contentType) {
    return contentType != null
        && contentType.split(";", 2)[0].strip().equalsIgnoreCase(MediaType.APPLICATION_JSON);
  }
}
