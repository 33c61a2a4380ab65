package io.drivetrain.pipeline.engine.problem;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;

/**
 * RFC 9457.
 *
 * @param code stable, for programs
 * @param extensions further members, such as {@code errors}
 */
@JsonPropertyOrder({"type", "title", "status", "code", "detail"})
public record Problem(
    String type,
    String title,
    int status,
    String code,
    String detail,
    @JsonAnyGetter Map<String, Object> extensions) {
  private static final MediaType MEDIA_TYPE = new MediaType("application", "problem+json");

  static Response response(ErrorCode code, String detail, Map<String, Object> extensions) {
    Problem problem =
        new Problem("about:blank", code.title(), code.status(), code.key(), detail, extensions);
    return Response.status(code.status()).type(MEDIA_TYPE).entity(problem).build();
  }

  static Response response(ErrorCode code, String detail) {
    return response(code, detail, Map.of());
  }
}
