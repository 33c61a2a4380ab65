package io.drivetrain.registry.protocol;

import static com.fasterxml.jackson.databind.DeserializationFeature.FAIL_ON_TRAILING_TOKENS;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.drivetrain.access.body.BodyReader;
import io.drivetrain.access.body.Utf8Body;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * Reads request records with the tolerance of MLflow's server: no body counts as an empty object, a
 * JSON string that holds JSON is decoded twice, NaN may stand bare, unknown fields are ignored.
 * What remains wrong is a 400 that names the field, or says that the body is no JSON.
 */
@Provider
@Consumes({MediaType.APPLICATION_JSON, MediaType.WILDCARD})
public class RequestReader extends BodyReader<MlflowRequest> {
  private static final byte[] EMPTY_OBJECT = "{}".getBytes(StandardCharsets.UTF_8);

  private static final char NOTHING = 0;

  private final ObjectMapper mapper;
  private final ProtocolConfig config;

  @Inject
  public RequestReader(ObjectMapper mapper, ProtocolConfig config) {
    super(MlflowRequest.class);
    this.mapper = mapper;
    this.config = config;
  }

  @Override
  protected MlflowRequest read(Class<MlflowRequest> type, String contentType, InputStream body)
      throws IOException {
    var bytes = readWithinLimit(body);
    requireJson(bytes, contentType);
    Utf8Body.require(bytes);
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
    if (!isJson(contentType)) {
      throw RegistryException.invalid(
          "Bad Request. Content-Type must be one of ['application/json'], but it is '"
              + mediaType(contentType)
              + "'.");
    }
  }

  <T extends MlflowRequest> T read(Class<T> type, byte[] bytes) throws IOException {
    try {
      var object = object(bytes);
      return bind(type, object);
    } catch (JsonMappingException e) {
      throw isMalformed(e) ? notJson() : wrongValue(e, bytes);
    } catch (JsonProcessingException malformed) {
      throw notJson();
    }
  }

  /** The document may end, or break, behind the wrong value. */
  private RegistryException wrongValue(JsonMappingException e, byte[] bytes) throws IOException {
    try {
      return WrongValue.describe(e, tree(object(bytes)));
    } catch (JsonProcessingException malformed) {
      return notJson();
    }
  }

  private <T> T bind(Class<T> type, byte[] json) throws IOException {
    try (var parser = parser(json)) {
      return mapper.readerFor(type).with(FAIL_ON_TRAILING_TOKENS).readValue(parser);
    }
  }

  private JsonNode tree(byte[] json) throws IOException {
    try (var parser = parser(json)) {
      return mapper.readTree(parser);
    }
  }

  /** Python writes NaN and Infinity as bare words. */
  private JsonParser parser(byte[] json) throws IOException {
    var parser = mapper.createParser(json);
    parser.enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS.mappedFeature());
    return new SnakeCaseParser(parser);
  }

  /** The bytes of an object: as they came, out of a JSON string, or of an empty one for no body. */
  private byte[] object(byte[] bytes) throws IOException {
    return switch (firstCharacter(bytes)) {
      case NOTHING -> EMPTY_OBJECT;
      case '{' -> bytes;
      case '"' -> inString(mapper.readValue(bytes, String.class));
      default -> throw notJson();
    };
  }

  private static byte[] inString(String json) {
    var bytes = json.getBytes(StandardCharsets.UTF_8);
    if (firstCharacter(bytes) != '{') {
      throw notJson();
    }
    return bytes;
  }

  private static char firstCharacter(byte[] bytes) {
    for (byte b : bytes) {
      if (!Character.isWhitespace(b)) {
        return (char) b;
      }
    }
    return NOTHING;
  }

  private static boolean isMalformed(JsonMappingException problem) {
    return problem.getPath().isEmpty() && problem instanceof MismatchedInputException
        || isUnreadable(problem);
  }

  private static boolean isUnreadable(Throwable problem) {
    return problem != null
        && (problem instanceof JsonParseException || isUnreadable(problem.getCause()));
  }

  private static RegistryException notJson() {
    return RegistryException.invalid(
        "The request body cannot be read: send one JSON object, such as {\"name\": \"value\"}.");
  }
}
