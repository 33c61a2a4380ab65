package io.drivetrain.access.fuzz;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.drivetrain.access.body.HostileBodies;
import io.drivetrain.access.guard.RawRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Executors;

/**
 * Sends each operation of an OpenAPI document a number of requests, the same ones for the same
 * seed. What an answer names is used in later requests, so that they reach further.
 */
public final class ApiFuzz {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final int AT_ONCE = 16;

  /** Enough to see what is wrong, and no flood. */
  private static final int MOST_GAPS = 50;

  /** Of the HTTP layer, which reads no further: the address or a header is too long. */
  private static final Set<Integer> UNREAD = Set.of(414, 431);

  private final int port;
  private final List<ApiOperation> operations;
  private final Random random;
  private final ValueMaker values;
  private final List<String> gaps = new ArrayList<>();
  private final Map<Integer, Integer> answers = new TreeMap<>();

  private ApiFuzz(int port, JsonNode document, Random random) {
    this.port = port;
    this.operations = ApiOperation.allOf(document);
    this.random = random;
    this.values = new ValueMaker(document, random);
  }

  /** Of the application that listens on a port of this machine. */
  public static ApiFuzz of(int port, long seed) throws IOException {
    var request = new RawRequest("GET", "/openapi?format=json", List.of("Host: localhost"), "");
    return new ApiFuzz(port, JSON.readTree(request.send(port).body()), new Random(seed));
  }

  /**
   * @param requests that each operation gets
   */
  public void run(int requests) {
    for (int round = 0; round < requests; round++) {
      for (ApiOperation operation : operations) {
        if (gaps.size() < MOST_GAPS) {
          send(operation.request(values, random));
        }
      }
    }
  }

  /** One request to each operation, all at once: for an application whose answers take long. */
  public void runAtOnce() {
    List<RawRequest> requests =
        operations.stream().map(operation -> operation.request(values, random)).toList();
    try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
      requests.forEach(request -> threads.submit(() -> send(request)));
    }
  }

  /** Answers that no request may get: the request, and what is wrong. */
  public List<String> gaps() {
    return List.copyOf(gaps);
  }

  /** How many answers had each status. */
  public Map<Integer, Integer> answers() {
    return answers;
  }

  private void send(RawRequest request) {
    try {
      judge(request, request.send(port));
    } catch (IllegalStateException noAnswer) {
      note(request, noAnswer.getMessage());
    }
  }

  private synchronized void judge(RawRequest request, RawRequest.Answer answer) {
    answers.merge(answer.status(), 1, Integer::sum);
    if (answer.status() == 503 && answer.header("Retry-After").isEmpty()) {
      note(request, "503 without Retry-After: " + answer);
    } else if (answer.status() >= 500 || answer.status() >= 400 && isRead(answer)) {
      HostileBodies.gap(answer.status(), answer.body()).ifPresent(gap -> note(request, gap));
    } else {
      remember(answer.body());
    }
  }

  /** What comes in chunks, because it repeats a long value, has no body here. */
  private static boolean isRead(RawRequest.Answer answer) {
    return !UNREAD.contains(answer.status()) && answer.header("Content-Length").isPresent();
  }

  private synchronized void note(RawRequest request, String gap) {
    gaps.add(
        "%s %.300s %.500s: %.600s"
            .formatted(request.method(), request.path(), request.body(), gap));
  }

  private void remember(String body) {
    try {
      values.remember(JSON.readTree(body));
    } catch (JsonProcessingException notJson) {
      // A text, or a file: there is nothing to learn from it.
      return;
    }
  }
}
