package io.drivetrain.access.problem;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The body of every error, RFC 9457. Its type is always "about:blank": the code says what kind of
 * problem it is.
 *
 * @param title the kind of problem in words
 * @param code the kind of problem, stable, for programs
 * @param detail what is wrong with this request, and what to do
 * @param errors every wrong field; absent where no field is to blame
 * @param incident of an unexpected error: the id under which the server's log has it; else absent
 * @param members what else a program needs, by its name in the document
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({"type", "title", "status", "code", "detail", "errors", "incident"})
public record Problem(
    @Schema(examples = "about:blank") String type,
    @Schema(examples = "The request cannot be read") String title,
    @Schema(examples = "400") int status,
    @Schema(examples = "malformed_request") String code,
    String detail,
    List<FieldError> errors,
    String incident,
    @JsonAnyGetter @Schema(hidden = true) Map<String, Object> members) {

  /** RFC 9457, section 3. */
  public static final String MEDIA_TYPE = "application/problem+json";

  private static final String NO_INCIDENT = "";

  public Problem {
    errors = List.copyOf(errors);
    members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
  }

  public static Problem of(ProblemType type, String detail) {
    return of(type, type.status(), detail);
  }

  /**
   * @param status where it is another than that of the type
   */
  public static Problem of(ProblemType type, int status, String detail) {
    return new Problem(
        "about:blank", type.title(), status, type.code(), detail, List.of(), NO_INCIDENT, Map.of());
  }

  /** A problem whose detail is what the errors say. */
  public static Problem of(ProblemType type, List<FieldError> errors) {
    String detail =
        errors.stream().map(FieldError::sentence).distinct().collect(Collectors.joining(" "));
    return of(type, detail).withErrors(errors);
  }

  public Problem withErrors(List<FieldError> fields) {
    return new Problem(type, title, status, code, detail, fields, incident, members);
  }

  public Problem withIncident(String id) {
    return new Problem(type, title, status, code, detail, errors, id, members);
  }

  /** With one more member of the document. */
  public Problem with(String member, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(members);
    more.put(member, value);
    return new Problem(type, title, status, code, detail, errors, incident, more);
  }
}
