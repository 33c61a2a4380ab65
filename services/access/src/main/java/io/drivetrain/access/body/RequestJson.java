package io.drivetrain.access.body;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drivetrain.access.problem.FieldError;
import io.drivetrain.access.problem.Problem;
import io.drivetrain.access.problem.ProblemException;
import io.drivetrain.access.problem.RequestProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads bodies strictly: a mistyped field must not have the effect of none. */
@ApplicationScoped
public class RequestJson {
  private final ObjectMapper mapper;

  RequestJson(ObjectMapper mapper) {
    this.mapper = StrictMapper.of(mapper);
  }

  /**
   * @param json an object; empty for one without fields
   * @throws ProblemException naming line and column of what is not JSON, or every wrong field; or
   *     what a constructor of the type has thrown
   */
  public <T> T read(byte[] json, Class<T> type) {
    var body = object(json);
    var wrong = wrongFields(body, mapper.constructType(type));
    if (!wrong.isEmpty()) {
      throw refused(wrong);
    }
    try {
      return mapper.treeToValue(body, type);
    } catch (JsonMappingException unfit) {
      throw thrownByConstructor(unfit)
          .orElseGet(() -> refused(List.of(WrongValue.describe("", body, unfit))));
    } catch (JsonProcessingException broken) {
      throw MalformedBody.notJson(broken);
    }
  }

  private ObjectNode object(byte[] json) {
    if (isBlank(json)) {
      return mapper.createObjectNode();
    }
    try {
      var tree =
          mapper
              .readerFor(JsonNode.class)
              .with(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
              .<JsonNode>readValue(json);
      if (tree instanceof ObjectNode object) {
        return object;
      }
      throw MalformedBody.notAnObject();
    } catch (JsonProcessingException broken) {
      throw MalformedBody.notJson(broken);
    } catch (IOException unreadable) {
      throw MalformedBody.notReadable();
    }
  }

  private static boolean isBlank(byte[] json) {
    for (byte character : json) {
      if (!Character.isWhitespace(character)) {
        return false;
      }
    }
    return true;
  }

  /** Each field on its own, because the mapper stops at the first that it cannot read. */
  private List<FieldError> wrongFields(ObjectNode body, JavaType type) {
    var known = fields(type);
    return body.properties().stream()
        .flatMap(field -> wrong(field.getKey(), field.getValue(), known).stream())
        .toList();
  }

  private Map<String, BeanPropertyDefinition> fields(JavaType type) {
    return mapper.getDeserializationConfig().introspect(type).findProperties().stream()
        .collect(Collectors.toMap(BeanPropertyDefinition::getName, Function.identity()));
  }

  private Optional<FieldError> wrong(
      String name, JsonNode value, Map<String, BeanPropertyDefinition> known) {
    if (!known.containsKey(name)) {
      return Optional.of(UnknownField.describe(name, name, known.keySet()));
    }
    try {
      mapper.treeToValue(value, known.get(name).getPrimaryType());
      return Optional.empty();
    } catch (JsonMappingException unfit) {
      var refused = thrownByConstructor(unfit);
      if (refused.isPresent()) {
        throw refused.get();
      }
      return Optional.of(WrongValue.describe(name, value, unfit));
    } catch (JsonProcessingException broken) {
      throw MalformedBody.notJson(broken);
    }
  }

  private static Optional<ProblemException> thrownByConstructor(JsonMappingException unfit) {
    for (Throwable cause = unfit; cause != null; cause = cause.getCause()) {
      if (cause instanceof ProblemException refused) {
        return Optional.of(refused);
      }
    }
    return Optional.empty();
  }

  private static ProblemException refused(List<FieldError> errors) {
    return new ProblemException(Problem.of(RequestProblem.MALFORMED_REQUEST, errors));
  }
}
