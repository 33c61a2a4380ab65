package io.drivetrain.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.HashMap;
import java.util.Map;
import org.apache.hc.core5.http.ContentType;

/**
 * A request that is ready to be sent, any number of times.
 *
 * @param body empty: the request has none
 * @param type of the body
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Request(
    String method, String path, Map<String, String> headers, ContentType type, byte[] body) {
  private static final byte[] NOTHING = new byte[0];

  /** MLflow's field names are in snake case. */
  private static final ObjectMapper JSON =
      JsonMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();

  public Request {
    headers = Map.copyOf(headers);
  }

  public static Request get(String path) {
    return new Request("GET", path, Map.of(), ContentType.APPLICATION_JSON, NOTHING);
  }

  /** Sends the document as JSON; names of fields become snake case. */
  public static Request post(String path, Object document) {
    try {
      byte[] body = JSON.writeValueAsBytes(document);
      return new Request("POST", path, Map.of(), ContentType.APPLICATION_JSON, body);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("This document has no JSON form", e);
    }
  }

  public static Request put(String path, byte[] content) {
    return new Request("PUT", path, Map.of(), ContentType.APPLICATION_OCTET_STREAM, content);
  }

  public Request with(String header, String value) {
    Map<String, String> more = new HashMap<>(headers);
    more.put(header, value);
    return new Request(method, path, more, type, body);
  }
}
