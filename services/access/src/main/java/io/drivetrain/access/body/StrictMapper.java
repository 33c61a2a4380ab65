package io.drivetrain.access.body;

import static com.fasterxml.jackson.databind.cfg.CoercionInputShape.Boolean;
import static com.fasterxml.jackson.databind.cfg.CoercionInputShape.EmptyString;
import static com.fasterxml.jackson.databind.cfg.CoercionInputShape.Float;
import static com.fasterxml.jackson.databind.cfg.CoercionInputShape.Integer;
import static com.fasterxml.jackson.databind.cfg.CoercionInputShape.String;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.type.LogicalType;

/**
 * The application's mapper, but taking nothing for something else: no unknown field, no second
 * value, no number as text or text as number.
 *
 * <p>A copy and no customizer of the mapper itself, because that one also reads the answers of
 * other services, where a new field is no error.
 */
final class StrictMapper {
  private StrictMapper() {}

  static ObjectMapper of(ObjectMapper mapper) {
    var strict =
        mapper
            .copy()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
    refuse(strict, LogicalType.Textual, Boolean, Integer, Float);
    refuse(strict, LogicalType.Enum, Integer);
    refuse(strict, LogicalType.Boolean, Integer, Float, String, EmptyString);
    refuse(strict, LogicalType.Integer, Boolean, String, EmptyString);
    refuse(strict, LogicalType.Float, Boolean, String, EmptyString);
    return strict;
  }

  private static void refuse(ObjectMapper mapper, LogicalType type, CoercionInputShape... shapes) {
    for (var shape : shapes) {
      mapper.coercionConfigFor(type).setCoercion(shape, CoercionAction.Fail);
    }
  }
}
