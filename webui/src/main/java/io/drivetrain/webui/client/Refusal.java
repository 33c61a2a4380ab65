package io.drivetrain.webui.client;

import java.util.List;
import java.util.Objects;

/**
 * Why a service refused a call: an RFC 9457 problem, or what the registry said in its place.
 *
 * @param status of HTTP
 * @param code of the kind of problem, {@code run_active}; empty when it is none of the service
 * @param detail for people, in English; may be empty
 * @param errors one for each wrong parameter
 */
public record Refusal(
    int status, String code, String title, String detail, List<WrongParameter> errors) {
  private static final int NOT_FOUND = 404;
  private static final int CONFLICT = 409;

  public Refusal {
    code = Objects.requireNonNullElse(code, "");
    title = Objects.requireNonNullElse(title, "");
    detail = Objects.requireNonNullElse(detail, "");
    errors = List.copyOf(Objects.requireNonNullElse(errors, List.of()));
  }

  /** For an answer that is no problem: the error page of a proxy. */
  static Refusal ofStatus(int status) {
    return new Refusal(status, "", "HTTP " + status, "", List.of());
  }

  public boolean isConflict() {
    return status == CONFLICT;
  }

  public boolean isNotFound() {
    return status == NOT_FOUND;
  }

  /**
   * @param message what is wrong with it, beginning with a verb: "must be at least 1, not 0"
   */
  public record WrongParameter(String parameter, String message) {}
}
