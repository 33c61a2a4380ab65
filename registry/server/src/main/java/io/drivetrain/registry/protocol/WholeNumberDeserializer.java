package io.drivetrain.registry.protocol;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import java.io.IOException;

/**
 * Reads an int64 as protobuf's JSON has it: a number, the number as a string, and 1.65e12 or 1.0,
 * which are whole.
 */
final class WholeNumberDeserializer extends StdScalarDeserializer<Long> {
  private static final double LIMIT = 0x1p63;

  WholeNumberDeserializer() {
    super(Long.class);
  }

  @Override
  public Long deserialize(JsonParser parser, DeserializationContext context) throws IOException {
    return switch (parser.currentToken()) {
      case VALUE_NUMBER_INT -> integer(parser);
      case VALUE_NUMBER_FLOAT -> wholeFloat(parser);
      case VALUE_STRING -> text(parser);
      default -> throw refused(parser);
    };
  }

  private static Long integer(JsonParser parser) throws IOException {
    try {
      return parser.getLongValue();
    } catch (InputCoercionException tooLarge) {
      throw refused(parser);
    }
  }

  private static Long wholeFloat(JsonParser parser) throws IOException {
    double value = parser.getDoubleValue();
    if (value != Math.rint(value) || value < -LIMIT || value >= LIMIT) {
      throw refused(parser);
    }
    return (long) value;
  }

  private static Long text(JsonParser parser) throws IOException {
    try {
      return Long.valueOf(parser.getText());
    } catch (NumberFormatException e) {
      throw refused(parser);
    }
  }

  private static InvalidFormatException refused(JsonParser parser) {
    return InvalidFormatException.from(parser, "expected a whole number", null, Long.class);
  }
}
