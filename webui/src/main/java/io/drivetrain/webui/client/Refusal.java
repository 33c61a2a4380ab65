package io.drivetrain.webui.client;

import java.util.List;
import java.util.Objects;

/**
 * Why a service refused a call: an RFC 9457 problem, or what the registry said in its place.
 *
 * @param status of HTTP
 * @param detail for people, in English; may be empty
 * @param errors one for each wrong parameter
 */
public record Refusal(int status, String title, String detail, List<WrongParameter> errors) {
  private static final int NOT_FOUND = 404;
  private static final int CONFLICT = 409;

  public Refusal {
    title = Objects.requireNonNullElse(title, "");
    detail = Objects.requireNonNullElse(detail, "");
    errors = List.copyOf(Objects.requireNonNullElse(errors, List.of()));
  }

  /** For an answer that is no problem: the error page of a proxy. */
  static Refusal ofStatus(int status) {
    return new Refusal(status, "HTTP " + status, "", List.of());
  }

  /** All of it for people, on one line. */
  public String sentence() {
    return detail.isEmpty() ? title : title + " \u2013 " + detail;
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
