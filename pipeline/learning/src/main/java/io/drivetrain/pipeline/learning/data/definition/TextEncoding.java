package io.drivetrain.pipeline.learning.data.definition;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** How the text of a CSV file is encoded. A byte order mark is no part of the text. */
public enum TextEncoding {
  @JsonProperty("utf-8")
  UTF_8(StandardCharsets.UTF_8),
  @JsonProperty("utf-16le")
  UTF_16LE(StandardCharsets.UTF_16LE),
  @JsonProperty("utf-16be")
  UTF_16BE(StandardCharsets.UTF_16BE),
  @JsonProperty("windows-1252")
  WINDOWS_1252(Charset.forName("windows-1252")),
  @JsonProperty("latin-1")
  LATIN_1(StandardCharsets.ISO_8859_1);

  private final Charset charset;

  TextEncoding(Charset charset) {
    this.charset = charset;
  }

  public Charset charset() {
    return charset;
  }

  /** For people: {@code UTF-8}, {@code windows-1252}. */
  public String label() {
    return charset.name();
  }
}
