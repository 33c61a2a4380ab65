package io.drivetrain.pipeline.engine.run;

import io.drivetrain.pipeline.engine.problem.PipelineException;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How long a request waits: {@code 500ms}, {@code 60s}, {@code 5m}. At most 5 minutes. */
final class WaitTime {
  private static final Pattern TEXT = Pattern.compile("(\\d{1,6})(ms|s|m)");
  private static final Duration LONGEST = Duration.ofMinutes(5);

  private WaitTime() {}

  static Duration parse(String text) {
    Matcher matcher = TEXT.matcher(text);
    if (!matcher.matches()) {
      throw PipelineException.malformed(
          "wait must be a number with a unit, such as 500ms, 60s or 5m.");
    }
    long amount = Long.parseLong(matcher.group(1));
    Duration asked =
        switch (matcher.group(2)) {
          case "ms" -> Duration.ofMillis(amount);
          case "s" -> Duration.ofSeconds(amount);
          default -> Duration.ofMinutes(amount);
        };
    return asked.compareTo(LONGEST) > 0 ? LONGEST : asked;
  }
}
