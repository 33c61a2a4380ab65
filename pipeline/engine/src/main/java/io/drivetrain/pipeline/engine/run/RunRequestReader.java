package io.drivetrain.pipeline.engine.run;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.drivetrain.pipeline.engine.problem.JsonBody;
import io.drivetrain.pipeline.engine.problem.PipelineException;
import java.util.Optional;

/**
 * Reads the body of what makes a run, strictly: a mistyped key must not start a run with defaults.
 */
public final class RunRequestReader {
  private static final JsonMapper JSON = JsonBody.strict().build();

  private RunRequestReader() {}

  /** An empty body asks for a run with the defaults. */
  public static RunRequest read(String body) {
    if (body == null || body.isBlank()) {
      return RunRequest.EMPTY;
    }
    try {
      return Optional.ofNullable(JSON.readValue(body, RunRequest.class))
          .orElseThrow(() -> PipelineException.malformed("The body must be a JSON object."));
    } catch (UnrecognizedPropertyException unknown) {
      throw malformed(
          unknown,
          "unknown key '"
              + unknown.getPropertyName()
              + "'; known are params, note, labels and dryRun");
    } catch (JsonProcessingException wrong) {
      if (wrong.getCause() instanceof PipelineException refused) {
        throw refused;
      }
      throw wrong instanceof JsonParseException || wrong.getCause() instanceof JsonParseException
          ? malformed(wrong, "this is not JSON: " + firstLine(wrong.getOriginalMessage()))
          : malformed(
              wrong,
              "expected {\"params\": {name: value}, \"note\": text, \"labels\": {name: text}, \"dryRun\": true}");
    }
  }

  /** Jackson goes on with its own source reference. */
  private static String firstLine(String message) {
    return message.lines().findFirst().orElse("");
  }

  private static PipelineException malformed(JsonProcessingException error, String cause) {
    JsonLocation at = error.getLocation();
    return PipelineException.malformed(
        at == null
            ? cause
            : "Line %d, column %d: %s.".formatted(at.getLineNr(), at.getColumnNr(), cause));
  }
}
