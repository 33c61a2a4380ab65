package io.drivetrain.pipeline.engine.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the body of a request strictly, and says which key is wrong. */
public final class JsonBody {
  private static final JsonMapper JSON = strict().build();

  private JsonBody() {}

  /**
   * What takes nothing for something else: no unknown key, no second value, no number as a text.
   */
  public static JsonMapper.Builder strict() {
    return JsonMapper.builder()
        .addModule(new JavaTimeModule())
        .addModule(new Jdk8Module())
        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
        .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
        .withCoercionConfig(
            LogicalType.Textual,
            text ->
                Stream.of(
                        CoercionInputShape.Boolean,
                        CoercionInputShape.Integer,
                        CoercionInputShape.Float)
                    .forEach(shape -> text.setCoercion(shape, CoercionAction.Fail)));
  }

  /**
   * @return empty for an empty body
   * @throws PipelineException when it is not JSON, or not of the type
   */
  public static <T> Optional<T> read(String body, Class<T> type) {
    if (body == null || body.isBlank()) {
      return Optional.empty();
    }
    try {
      return Optional.ofNullable(JSON.readValue(body, type));
    } catch (UnrecognizedPropertyException unknown) {
      throw PipelineException.malformed(
          "Unknown key '%s'; known are %s."
              .formatted(
                  unknown.getPropertyName(),
                  unknown.getKnownPropertyIds().stream()
                      .map(Object::toString)
                      .sorted()
                      .collect(Collectors.joining(", "))));
    } catch (JsonMappingException wrong) {
      throw refusal(wrong);
    } catch (JsonProcessingException broken) {
      throw PipelineException.malformed("The body is not JSON.");
    }
  }

  private static PipelineException refusal(JsonMappingException wrong) {
    if (wrong.getCause() instanceof PipelineException ours) {
      return ours;
    }
    String key =
        wrong.getPath().stream()
            .map(JsonMappingException.Reference::getFieldName)
            .collect(Collectors.joining("."));
    if (wrong instanceof InvalidFormatException format) {
      return PipelineException.malformed("%s must be %s.".formatted(key, words(format)));
    }
    return PipelineException.malformed(
        key.isEmpty()
            ? "The body must be a JSON object."
            : "The value of '%s' is not of the right kind; see /docs.".formatted(key));
  }

  private static String words(InvalidFormatException wrong) {
    Class<?> type = wrong.getTargetType();
    if (type == Instant.class) {
      return "a time such as 2026-01-31T00:00:00Z";
    }
    if (type == String.class) {
      return "a text";
    }
    return type.isEnum()
        ? "one of "
            + Arrays.stream(type.getEnumConstants())
                .map(Object::toString)
                .collect(Collectors.joining(", "))
        : "of another type; see /docs";
  }
}
