package io.drivetrain.webui.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;

/**
 * What an API call that failed answers, RFC 9457. The type is "about:blank": the status says what
 * kind of problem it is.
 *
 * @param title the status in words
 * @param status the HTTP status
 * @param detail what is wrong and what to do
 * @param id of an unexpected error, the same as in the log; else absent
 * @param errors every wrong field of every row; absent where no field is to blame
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(String title, int status, String detail, String id, List<WrongField> errors) {

  /** RFC 9457, section 3. */
  public static final String MEDIA_TYPE = "application/problem+json";

  public Problem {
    errors = List.copyOf(errors);
  }

  static Problem of(Response.StatusType status, String detail) {
    return new Problem(status.getReasonPhrase(), status.getStatusCode(), detail, null, List.of());
  }

  Response asResponse() {
    return Response.status(status).type(MediaType.valueOf(MEDIA_TYPE)).entity(this).build();
  }
}
