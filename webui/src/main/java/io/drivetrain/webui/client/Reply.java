package io.drivetrain.webui.client;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** What came of asking the pipeline service. */
public sealed interface Reply<T> {

  /** It did what it was asked. */
  record Answered<T>(T value) implements Reply<T> {}

  /** It said no, and why. */
  record Refused<T>(Refusal refusal) implements Reply<T> {}

  /** It did not answer in time, or with something that is no answer of it. */
  record Unreachable<T>() implements Reply<T> {}

  /**
   * Why it said no: an RFC 9457 problem.
   *
   * @param status of HTTP
   * @param detail for people, in English; may be empty
   * @param errors one for each wrong parameter
   */
  record Refusal(int status, String title, String detail, List<WrongParameter> errors) {
    private static final int NOT_FOUND = 404;

    public Refusal {
      title = Objects.requireNonNullElse(title, "");
      detail = Objects.requireNonNullElse(detail, "");
      errors = List.copyOf(Objects.requireNonNullElse(errors, List.of()));
    }

    public boolean isNotFound() {
      return status == NOT_FOUND;
    }
  }

  /**
   * A parameter that was refused.
   *
   * @param message what is wrong with it, beginning with a verb: "must be at least 1, not 0"
   */
  record WrongParameter(String parameter, String message) {}

  /** The answer as something else; what is no answer stays what it is. */
  default <R> Reply<R> map(Function<? super T, ? extends R> change) {
    return then(value -> new Answered<>(change.apply(value)));
  }

  /** Asks on with the answer; what is no answer stays what it is. */
  default <R> Reply<R> then(Function<? super T, Reply<R>> next) {
    return switch (this) {
      case Answered<T>(T value) -> next.apply(value);
      case Refused<T>(Refusal refusal) -> new Refused<>(refusal);
      case Unreachable<T>() -> new Unreachable<>();
    };
  }
}
