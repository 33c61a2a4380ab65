package io.drivetrain.pipeline.engine.definition;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * One step of a definition.
 *
 * @param id its name within the pipeline: {@code load_orders}
 * @param kind what it does; see {@link StepKind}
 * @param retries how often it is retried after an unexpected error or a lost worker; default 2
 * @param backoff how long before the first retry, doubled for each further one; default 1 s
 * @param always default false; true runs it even if other steps failed or were rejected, as a
 *     report does; its own outcome does not change the run's
 * @param needs the steps that must have ended before it starts: null in a file that does not say
 *     it, and then the one before it; an empty list starts it at once
 * @param timeout how long one attempt or an approval may take; null for as long as it takes
 * @param message the question of a step of kind {@value #APPROVAL}, up to 1000 characters; null for
 *     the other kinds
 */
public record StepSpec(
    String id,
    String kind,
    Integer retries,
    Duration backoff,
    Boolean always,
    List<String> needs,
    Duration timeout,
    String message) {
  /** The kind of a step that waits for approval. */
  public static final String APPROVAL = "approval";

  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9_]{0,63}");
  private static final int LONGEST_MESSAGE = 1000;
  private static final int MOST_RETRIES = 20;
  private static final Duration LONGEST_BACKOFF = Duration.ofHours(1);

  public StepSpec {
    if (id == null || !ID.matcher(id).matches()) {
      throw new DefinitionException(
          "a step needs an id of lower-case letters, digits and _, such as load_orders", "id");
    }
    if (kind == null) {
      throw new DefinitionException("step " + id + " needs a kind");
    }
    boolean asks = kind.equals(APPROVAL);
    retries = Objects.requireNonNullElse(retries, asks ? 0 : 2);
    if (retries < 0 || retries > MOST_RETRIES) {
      throw new DefinitionException("must be between 0 and 20", "retries");
    }
    always = Objects.requireNonNullElse(always, false);
    backoff = Objects.requireNonNullElse(backoff, Duration.ofSeconds(1));
    if (backoff.isNegative() || backoff.compareTo(LONGEST_BACKOFF) > 0) {
      throw new DefinitionException("must be between 0 and 1 hour", "backoff");
    }
    needs = needs == null ? null : List.copyOf(needs);
    if (timeout != null && (timeout.isNegative() || timeout.isZero())) {
      throw new DefinitionException("must be greater than zero, such as PT30M", "timeout");
    }
    if (asks) {
      checkQuestion(id, retries, always, message);
    } else if (message != null) {
      throw new DefinitionException("only a step of kind approval may have a message", "message");
    }
  }

  private static void checkQuestion(String id, int retries, boolean always, String message) {
    if (message == null || message.isBlank()) {
      throw new DefinitionException("step " + id + " needs a message that says what to decide");
    }
    if (message.length() > LONGEST_MESSAGE || message.indexOf('\0') >= 0) {
      throw new DefinitionException("must have at most 1000 characters and no NUL", "message");
    }
    if (retries > 0) {
      throw new DefinitionException("an approval is not retried: remove it", "retries");
    }
    if (always) {
      throw new DefinitionException("an approval cannot always run: remove it", "always");
    }
  }

  /** The same step, waiting for others. */
  public StepSpec after(List<String> others) {
    return new StepSpec(id, kind, retries, backoff, always, others, timeout, message);
  }

  /** The first attempt and its retries. */
  public int maxAttempts() {
    return retries + 1;
  }
}
