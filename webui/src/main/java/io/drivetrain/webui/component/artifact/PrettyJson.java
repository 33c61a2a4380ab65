package io.drivetrain.webui.component.artifact;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** JSON with a line for each value; a text that is none stays as it is. */
final class PrettyJson {
  private static final ObjectMapper JSON = new ObjectMapper();

  private PrettyJson() {}

  static String of(String text) {
    try {
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(JSON.readTree(text));
    } catch (JsonProcessingException noJson) {
      return text;
    }
  }
}
