package io.drivetrain.models.bundle;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * JSON of the bundle's files. Reading is strict: no unknown, missing or doubled property, no value
 * of another type, no second document, no deep nesting.
 */
final class BundleJson {

  private static final StreamReadConstraints LIMITS =
      StreamReadConstraints.builder()
          .maxNestingDepth(32)
          .maxStringLength(1 << 20)
          .maxNumberLength(64)
          .maxNameLength(1 << 12)
          .build();

  private static final ObjectMapper MAPPER =
      JsonMapper.builder(JsonFactory.builder().streamReadConstraints(LIMITS).build())
          .addModules(new JavaTimeModule(), new Jdk8Module())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .build();

  /** Line feeds on every platform, for the same bytes. */
  private static final ObjectWriter WRITER =
      MAPPER.writer(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")));

  private static final int LONGEST_REASON = 200;

  private BundleJson() {}

  static byte[] write(Object value) {
    try {
      return (WRITER.writeValueAsString(value) + "\n").getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  static <T> T read(String file, byte[] bytes, TypeReference<T> type) {
    try {
      T value = MAPPER.readValue(bytes, type);
      if (value == null) {
        throw BundleException.at(file, "byte 0", "holds null", BundleFormat.DAMAGED);
      }
      return value;
    } catch (IOException e) {
      throw refused(file, e);
    }
  }

  static BundleException refused(String file, IOException e) {
    return BundleException.at(file, place(e), reason(e), BundleFormat.DAMAGED, e);
  }

  private static String place(IOException e) {
    StringBuilder pointer = new StringBuilder();
    if (e instanceof JsonMappingException mapping) {
      for (JsonMappingException.Reference step : mapping.getPath()) {
        pointer.append('/');
        pointer.append(step.getFieldName() == null ? step.getIndex() : step.getFieldName());
      }
    }
    if (e instanceof JsonProcessingException json && json.getLocation() != null) {
      long offset = json.getLocation().getByteOffset();
      String at = offset < 0 ? "line " + json.getLocation().getLineNr() : "byte " + offset;
      return pointer.isEmpty() ? at : pointer + " (" + at + ")";
    }
    return pointer.toString();
  }

  private static String reason(IOException e) {
    String reason =
        switch (e) {
          case UnrecognizedPropertyException _ -> "is a property that this format does not have";
          case InvalidTypeIdException type -> "\"" + type.getTypeId() + "\" is no type known here";
          case ValueInstantiationException refused -> refusal(root(refused));
          case MismatchedInputException _ -> "is missing, or a value of the wrong type";
          case StreamConstraintsException _ ->
              "is nested too deeply, or has a number or a text that is too long";
          case JsonEOFException _ -> "ends before it is complete";
          case JsonProcessingException twice
              when twice.getOriginalMessage().startsWith("Duplicate field") ->
              "has a key twice";
          case JsonProcessingException _ -> "is not JSON";
          default -> e.getMessage();
        };
    String line = String.valueOf(reason).lines().findFirst().orElse("");
    return line.length() > LONGEST_REASON ? line.substring(0, LONGEST_REASON) + "\u2026" : line;
  }

  private static String refusal(Throwable cause) {
    return cause instanceof NullPointerException
        ? "holds null where a value is needed"
        : cause.getMessage();
  }

  private static Throwable root(Throwable e) {
    return e.getCause() == null ? e : root(e.getCause());
  }
}
