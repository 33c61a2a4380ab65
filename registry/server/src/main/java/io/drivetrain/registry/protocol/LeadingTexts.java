package io.drivetrain.registry.protocol;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a list of ids as MLflow does: what stands before the first element that is not a string, so
 * that {@code [0]} is an empty list and no error.
 */
public final class LeadingTexts extends StdDeserializer<List<String>> {
  private static final long serialVersionUID = 1;

  LeadingTexts() {
    super(List.class);
  }

  @Override
  public List<String> deserialize(JsonParser parser, DeserializationContext context)
      throws IOException {
    if (!parser.isExpectedStartArrayToken()) {
      throw InvalidFormatException.from(parser, "expected a list", null, List.class);
    }
    var texts = new ArrayList<String>();
    boolean leading = true;
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      leading &= parser.hasToken(JsonToken.VALUE_STRING);
      if (leading) {
        texts.add(parser.getText());
      }
      parser.skipChildren();
    }
    return texts;
  }
}
