package io.drivetrain.registry.protocol;

import static com.fasterxml.jackson.databind.DeserializationFeature.FAIL_ON_TRAILING_TOKENS;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/**
 * Reads request records with the tolerance of MLflow's server: a malformed body counts as an empty
 * one, a JSON string that holds JSON is decoded twice, unknown fields are ignored. What remains
 * wrong is a 400 that names the field.
 */
@Provider
@Consumes({MediaType.APPLICATION_JSON, MediaType.WILDCARD})
public class RequestReader implements MessageBodyReader<MlflowRequest> {
  private static final byte[] EMPTY_OBJECT = "{}".getBytes(StandardCharsets.UTF_8);

  private final ObjectMapper mapper;
  private final ProtocolConfig config;

  @Inject
  public RequestReader(ObjectMapper mapper, ProtocolConfig config) {
    this.mapper = mapper;
    this.config = config;
  }

  @Override
  public boolean isReadable(
      Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
    return MlflowRequest.class.isAssignableFrom(type);
  }

  @Override
  public MlflowRequest readFrom(
      Class<MlflowRequest> type,
      Type genericType,
      Annotation[] annotations,
      MediaType mediaType,
      MultivaluedMap<String, String> headers,
      InputStream body)
      throws IOException {
    var bytes = readWithinLimit(body);
    requireJson(bytes, headers.getFirst("Content-Type"));
    return read(type, bytes);
  }

  private byte[] readWithinLimit(InputStream body) throws IOException {
    long limit = config.maxRequestBody().asLongValue();
    var bytes = body.readNBytes(Math.toIntExact(limit + 1));
    if (bytes.length > limit) {
      throw RegistryException.badRequest(
          "The request body is larger than %d bytes. Split the request, or raise %s."
              .formatted(limit, ProtocolConfig.MAX_REQUEST_BODY));
    }
    return bytes;
  }

  private static void requireJson(byte[] bytes, String contentType) {
    if (bytes.length == 0 && contentType == null) {
      return;
    }
    var type = contentType == null ? "" : contentType.split(";", 2)[0].strip();
    if (!type.equalsIgnoreCase(MediaType.APPLICATION_JSON)) {
      throw RegistryException.invalid(
          "Bad Request. Content-Type must be one of ['application/json'], but it is '"
              + type
              + "'.");
    }
  }

  <T extends MlflowRequest> T read(Class<T> type, byte[] bytes) throws IOException {
    try {
      return bind(type, object(bytes));
    } catch (JsonMappingException e) {
      if (isMalformed(e)) {
        return readNothing(type);
      }
      throw describe(e);
    } catch (JsonProcessingException malformed) {
      return readNothing(type);
    }
  }

  private <T extends MlflowRequest> T readNothing(Class<T> type) throws IOException {
    try {
      return bind(type, EMPTY_OBJECT);
    } catch (JsonMappingException e) {
      throw describe(e);
    }
  }

  private <T> T bind(Class<T> type, byte[] json) throws IOException {
    try (var parser = new SnakeCaseParser(mapper.createParser(json))) {
      return mapper.readerFor(type).with(FAIL_ON_TRAILING_TOKENS).readValue(parser);
    }
  }

  /** The bytes of an object: as they came, out of a JSON string, or of an empty one. */
  private byte[] object(byte[] bytes) throws IOException {
    return switch (firstCharacter(bytes)) {
      case '{' -> bytes;
      case '"' -> mapper.readValue(bytes, String.class).getBytes(StandardCharsets.UTF_8);
      default -> EMPTY_OBJECT;
    };
  }

  private static char firstCharacter(byte[] bytes) {
    for (byte b : bytes) {
      if (!Character.isWhitespace(b)) {
        return (char) b;
      }
    }
    return 0;
  }

  private static boolean isMalformed(Throwable problem) {
    return problem != null
        && (problem instanceof JsonParseException || isMalformed(problem.getCause()));
  }

  private static RegistryException describe(JsonMappingException problem) {
    var path = path(problem);
    for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
      if (cause instanceof InvalidFieldException field) {
        return field.within(path);
      }
      if (cause instanceof RegistryException known) {
        return known;
      }
    }
    return RegistryException.invalid(
        "Invalid value%s for parameter '%s' supplied: %s."
            .formatted(value(problem), path, expectation(problem)));
  }

  private static String path(JsonMappingException problem) {
    return problem.getPath().stream()
        .map(step ->
            step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName())
        .collect(Collectors.joining())
        .replaceFirst("^\\.", "");
  }

  private static String value(JsonMappingException problem) {
    if (!(problem instanceof InvalidFormatException format)) {
      return "";
    }
    return format.getValue() instanceof String text ? " '" + text + "'" : " " + format.getValue();
  }

  private static String expectation(JsonMappingException problem) {
    if (!(problem instanceof MismatchedInputException mismatch)
        || mismatch.getTargetType() == null) {
      return "it does not have the expected form";
    }
    var type = mismatch.getTargetType();
    if (type == String.class) {
      return "expected a string that Postgres can store";
    }
    if (type == Long.class || type == long.class || type == Integer.class) {
      return "expected a whole number";
    }
    if (type == Double.class || type == double.class) {
      return "expected a number, \"NaN\", \"Infinity\" or \"-Infinity\"";
    }
    if (type == Boolean.class) {
      return "expected true or false";
    }
    return "it does not have the expected form";
  }
}
