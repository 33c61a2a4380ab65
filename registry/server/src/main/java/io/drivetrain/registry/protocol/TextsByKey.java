package io.drivetrain.registry.protocol;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/** Reads a map of texts whose keys are the client's own, and not names of fields to be changed. */
public final class TextsByKey extends StdDeserializer<Map<String, String>> {
  private static final long serialVersionUID = 1;

  TextsByKey() {
    super(Map.class);
  }

  @Override
  public Map<String, String> deserialize(JsonParser parser, DeserializationContext context)
      throws IOException {
    if (!parser.isExpectedStartObjectToken()) {
      throw InvalidFormatException.from(parser, "expected an object", null, Map.class);
    }
    var texts = new TreeMap<String, String>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      var key = asSent(parser);
      parser.nextToken();
      if (!TextDeserializer.isStorable(key)) {
        throw InvalidFormatException.from(parser, "cannot be stored", key, String.class);
      }
      texts.put(key, context.readValue(parser, String.class));
    }
    return texts;
  }

  private static String asSent(JsonParser parser) throws IOException {
    return parser instanceof JsonParserDelegate reader
        ? reader.delegate().currentName()
        : parser.currentName();
  }
}
