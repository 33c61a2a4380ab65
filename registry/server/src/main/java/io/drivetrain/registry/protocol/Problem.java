package io.drivetrain.registry.protocol;

import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The body of an error under {@code /api/v1}, RFC 9457. Its type is "about:blank": the status says
 * what kind of problem it is.
 *
 * @param title the error code in words
 * @param errorCode the same code as MLflow's protocol has, for programs
 * @param detail what is wrong and what to do
 */
public record Problem(
    @Schema(examples = "about:blank") String type,
    @Schema(examples = "Invalid parameter value") String title,
    @Schema(examples = "400") int status,
    @Schema(examples = "INVALID_PARAMETER_VALUE") String errorCode,
    String detail) {
  public static final String MEDIA_TYPE = "application/problem+json";

  static Problem of(int status, ErrorCode code, String detail) {
    var words =
        code.name().charAt(0) + code.name().substring(1).toLowerCase(Locale.ROOT).replace('_', ' ');
    return new Problem("about:blank", words, status, code.name(), detail);
  }
}
