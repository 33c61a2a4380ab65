package io.drivetrain.pipeline.engine.log;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.drivetrain.pipeline.api.step.Attempt;
import io.drivetrain.pipeline.engine.event.EventStream;
import java.util.LinkedHashMap;
import java.util.Map;

/** The log of an attempt from a position on, in whole lines. */
final class LogFeed implements EventStream.Feed {
  /** More than the longest line. */
  private static final int PAGE_BYTES = 64 * 1024;

  private static final JsonMapper JSON = new JsonMapper();

  private final AttemptService attempts;
  private final AttemptService.Key key;
  private final EventStream stream;
  private long position;

  /**
   * @param position bytes of the log that the reader has
   */
  LogFeed(AttemptService attempts, AttemptService.Key key, long position, EventStream stream) {
    this.attempts = attempts;
    this.key = key;
    this.position = position;
    this.stream = stream;
  }

  @Override
  public boolean hasEnded() {
    return attempts.show(key).isLogComplete();
  }

  @Override
  public boolean hasNews() {
    return attempts.show(key).attempt().logBytes() > position;
  }

  @Override
  public void sendNews() {
    LogText text =
        LogText.of(attempts.read(key, attempts.show(key), position, position + PAGE_BYTES));
    position += text.bytes();
    stream.send("log", position, text.lines());
  }

  /** How the attempt ended, which the log of a killed worker does not contain. */
  @Override
  public String end() {
    Attempt ended = attempts.show(key).attempt();
    Map<String, String> end = new LinkedHashMap<>();
    ended.outcome().ifPresent(outcome -> end.put("outcome", outcome.name()));
    ended.error().ifPresent(error -> end.put("error", error));
    try {
      return JSON.writeValueAsString(end);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("two texts are not JSON", impossible);
    }
  }
}
