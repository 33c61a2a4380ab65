package io.drivetrain.access.body;

import jakarta.enterprise.context.RequestScoped;
import java.nio.charset.StandardCharsets;

/**
 * The body of the current request as it came, for those who tell the repetition of a request from
 * another one.
 */
@RequestScoped
public class ReceivedBody {
  private byte[] bytes = {};

  void keep(byte[] received) {
    this.bytes = received;
  }

  /** Empty when there was none, or none that is read as a {@link JsonRequest}. */
  public String text() {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
