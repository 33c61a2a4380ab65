package io.drivetrain.webui.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.drivetrain.webui.client.Reply.Answered;
import io.drivetrain.webui.client.Reply.Refusal;
import io.drivetrain.webui.client.Reply.Refused;
import io.drivetrain.webui.client.Reply.Unreachable;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** Speaks HTTP with the pipeline service. A caller that is interrupted gets no answer. */
@ApplicationScoped
public class PipelineHttp {
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(1);
  private static final int FIRST_ERROR = 400;
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .addModule(new Jdk8Module())
          .addModule(new JavaTimeModule())
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
          .enable(DeserializationFeature.READ_UNKNOWN_ENUM_VALUES_USING_DEFAULT_VALUE)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(CONNECT_TIMEOUT)
          .build();
  private final String api;
  private final Duration timeout;

  public PipelineHttp(PipelineConfig config) {
    this.api = config.apiUri().toString().replaceFirst("/+$", "") + "/api/v1";
    this.timeout = config.timeout();
  }

  /**
   * @param path below {@code /api/v1}, with its query
   */
  public <T> Reply<T> get(String path, Class<T> type) {
    return send(request(path, MediaType.APPLICATION_JSON).GET()).then(body -> read(body, type));
  }

  /**
   * A file, as it is.
   *
   * @param headers names and values by turns
   */
  public Reply<byte[]> file(String path, String type, String... headers) {
    HttpRequest.Builder request = request(path, type).GET();
    return send(with(headers, request)).map(HttpResponse::body);
  }

  /**
   * @param headers names and values by turns
   */
  public <T> Reply<T> post(String path, Object body, Class<T> type, String... headers) {
    HttpRequest.Builder request =
        request(path, MediaType.APPLICATION_JSON)
            .header(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON)
            .POST(BodyPublishers.ofString(json(body)));
    return send(with(headers, request)).then(answer -> read(answer, type));
  }

  private static HttpRequest.Builder with(String[] headers, HttpRequest.Builder request) {
    return headers.length == 0 ? request : request.headers(headers);
  }

  /** The same body under the same id has the same key, another body another one. */
  public String key(UUID request, Object body) {
    byte[] what = (request + json(body)).getBytes(StandardCharsets.UTF_8);
    return UUID.nameUUIDFromBytes(what).toString();
  }

  /** The same bytes for the same content. */
  private String json(Object content) {
    try {
      return JSON.writeValueAsString(content);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("Plain values are expected", e);
    }
  }

  private HttpRequest.Builder request(String path, String accepted) {
    return HttpRequest.newBuilder(URI.create(api + path))
        .timeout(timeout)
        .header(HttpHeaders.ACCEPT, accepted);
  }

  private Reply<HttpResponse<byte[]>> send(HttpRequest.Builder request) {
    try {
      HttpResponse<byte[]> response = http.send(request.build(), BodyHandlers.ofByteArray());
      return response.statusCode() < FIRST_ERROR
          ? new Answered<>(response)
          : new Refused<>(refusal(response));
    } catch (IOException unreachable) {
      Log.debugf("The pipeline service does not answer: %s", unreachable);
      return new Unreachable<>();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return new Unreachable<>();
    }
  }

  private static <T> Reply<T> read(HttpResponse<byte[]> response, Class<T> type) {
    try {
      return new Answered<>(JSON.readValue(response.body(), type));
    } catch (IOException foreign) {
      Log.warnf("%s is not what a pipeline service answers: %s", response.uri(), foreign);
      return new Unreachable<>();
    }
  }

  private static Refusal refusal(HttpResponse<byte[]> response) {
    try {
      return JSON.readValue(response.body(), Refusal.class);
    } catch (IOException noProblem) {
      String text = new String(response.body(), StandardCharsets.UTF_8);
      Log.warnf("%s answered %d: %s", response.uri(), response.statusCode(), text);
      return new Refusal(response.statusCode(), "HTTP " + response.statusCode(), "", List.of());
    }
  }
}
