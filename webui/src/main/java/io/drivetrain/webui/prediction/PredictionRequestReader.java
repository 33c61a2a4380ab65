package io.drivetrain.webui.prediction;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.drivetrain.access.body.JsonFault;
import io.drivetrain.access.body.Utf8Body;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the body of POST /predict token by token; refuses NaN, duplicate keys and trailing text.
 */
final class PredictionRequestReader {
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .build();

  private final JsonParser parser;
  private final int maxRows;

  private PredictionRequestReader(JsonParser parser, int maxRows) {
    this.parser = parser;
    this.maxRows = maxRows;
  }

  /**
   * @throws PredictionException 400 with line and column where the body is no object and no array
   *     of objects, 413 for more than {@code maxRows}
   */
  static PredictionRequest read(byte[] body, int maxRows) {
    Utf8Body.require(body);
    try (JsonParser parser = JSON.createParser(body)) {
      return new PredictionRequestReader(parser, maxRows).read();
    } catch (IOException e) {
      throw PredictionException.malformedJson("the body cannot be read", 1, 1);
    }
  }

  private PredictionRequest read() throws IOException {
    try {
      return request();
    } catch (JsonProcessingException e) {
      JsonLocation at = e.getLocation() == null ? parser.currentLocation() : e.getLocation();
      throw malformed(JsonFault.reason(e), at);
    }
  }

  private PredictionRequest request() throws IOException {
    JsonToken first = parser.nextToken();
    if (first == JsonToken.START_ARRAY) {
      PredictionRequest rows = new PredictionRequest(true, rows());
      expectEnd();
      return rows;
    }
    if (first != JsonToken.START_OBJECT) {
      throw malformed("send an object with the fields, or an array of such objects");
    }
    PredictionRequest row = new PredictionRequest(false, List.of(row()));
    expectEnd();
    return row;
  }

  private List<Map<String, Object>> rows() throws IOException {
    List<Map<String, Object>> rows = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (parser.currentToken() != JsonToken.START_OBJECT) {
        throw malformed("row " + rows.size() + " is not an object");
      }
      if (rows.size() == maxRows) {
        throw PredictionException.tooManyRows(maxRows);
      }
      rows.add(row());
    }
    return rows;
  }

  private Map<String, Object> row() throws IOException {
    Map<String, Object> row = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String field = parser.currentName();
      parser.nextToken();
      row.put(field, value());
    }
    return row;
  }

  private Object value() throws IOException {
    return switch (parser.currentToken()) {
      case VALUE_STRING -> parser.getText();
      case VALUE_NUMBER_INT -> parser.getNumberValue();
      case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case START_OBJECT -> skipped(Map.of());
      case START_ARRAY -> skipped(List.of());
      case VALUE_NULL -> null;
      default -> throw malformed("a value is missing");
    };
  }

  private Object skipped(Object standIn) throws IOException {
    parser.skipChildren();
    return standIn;
  }

  private void expectEnd() throws IOException {
    if (parser.nextToken() != null) {
      throw malformed("nothing may follow the first value");
    }
  }

  private PredictionException malformed(String reason) {
    return malformed(reason, parser.currentTokenLocation());
  }

  private static PredictionException malformed(String reason, JsonLocation at) {
    return PredictionException.malformedJson(
        reason, Math.max(1, at.getLineNr()), Math.max(1, at.getColumnNr()));
  }
}
