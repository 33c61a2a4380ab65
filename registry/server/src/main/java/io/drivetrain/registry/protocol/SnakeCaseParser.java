package io.drivetrain.registry.protocol;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import java.io.IOException;

/** Shows field names in snake_case: protobuf's JSON may also be written in camelCase. */
final class SnakeCaseParser extends JsonParserDelegate {
  SnakeCaseParser(JsonParser parser) {
    super(parser);
  }

  @Override
  public String currentName() throws IOException {
    return snakeCase(super.currentName());
  }

  @Override
  @Deprecated
  public String getCurrentName() throws IOException {
    return currentName();
  }

  @Override
  public String getText() throws IOException {
    return hasToken(JsonToken.FIELD_NAME) ? currentName() : super.getText();
  }

  private static String snakeCase(String name) {
    if (name == null || name.chars().noneMatch(Character::isUpperCase)) {
      return name;
    }
    var snake = new StringBuilder(name.length() + 4);
    for (char c : name.toCharArray()) {
      if (Character.isUpperCase(c)) {
        snake.append('_');
      }
      snake.append(Character.toLowerCase(c));
    }
    return snake.toString();
  }
}
