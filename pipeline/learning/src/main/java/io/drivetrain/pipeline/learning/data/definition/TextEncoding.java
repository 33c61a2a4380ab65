package io.drivetrain.pipeline.learning.data.definition;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** How the text of a CSV file is encoded. A byte order mark is allowed with UTF-8. */
public enum TextEncoding {
  @JsonProperty("utf-8")
  UTF_8(StandardCharsets.UTF_8, "utf-8"),
  @JsonProperty("latin-1")
  LATIN_1(StandardCharsets.ISO_8859_1, "latin-1");

  private final Charset charset;
  private final String duckDbName;

  TextEncoding(Charset charset, String duckDbName) {
    this.charset = charset;
    this.duckDbName = duckDbName;
  }

  public Charset charset() {
    return charset;
  }

  public String duckDbName() {
    return duckDbName;
  }
}
