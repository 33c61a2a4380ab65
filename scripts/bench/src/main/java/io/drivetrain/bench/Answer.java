package io.drivetrain.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;

/**
 * The answer of a server.
 *
 * @param length of the body in bytes
 * @param body as far as it was kept
 */
public record Answer(int status, long length, String body) {
  private static final ObjectMapper JSON = new ObjectMapper();

  public boolean isSuccess() {
    return status / 100 == 2;
  }

  /**
   * The body as JSON.
   *
   * @throws IOException if the server reported an error or the body is not JSON
   */
  public JsonNode json() throws IOException {
    if (!isSuccess()) {
      throw new IOException("The server answered %d: %s".formatted(status, body));
    }
    return JSON.readTree(body);
  }
}
