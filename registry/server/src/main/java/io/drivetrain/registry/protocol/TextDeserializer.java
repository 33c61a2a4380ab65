package io.drivetrain.registry.protocol;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import java.io.IOException;

/** Reads only JSON strings, and of these only what Postgres can store. */
final class TextDeserializer extends StdScalarDeserializer<String> {
  TextDeserializer() {
    super(String.class);
  }

  @Override
  public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
    if (!parser.hasToken(JsonToken.VALUE_STRING)) {
      throw InvalidFormatException.from(
          parser, "expected a string", parser.readValueAs(Object.class), String.class);
    }
    var text = parser.getText();
    if (!isStorable(text)) {
      return (String)
          context.handleWeirdStringValue(
              String.class, text, "a NUL character or half a surrogate pair cannot be stored");
    }
    return text;
  }

  static boolean isStorable(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 0 || Character.isLowSurrogate(c)) {
        return false;
      }
      if (Character.isHighSurrogate(c)
          && (++i == text.length() || !Character.isLowSurrogate(text.charAt(i)))) {
        return false;
      }
    }
    return true;
  }
}
