package io.drivetrain.access.body;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class RequestBodyTest {

  @Test
  void readsARecord() {
    post("""
    {"reason": "r", "by": "ana", "amount": 2, "dryRun": true, "from": "2026-01-31T00:00:00Z",
     "size": "LARGE", "labels": {"a": "b"}, "lines": [{"name": "x", "price": 2}]}
    """)
        .statusCode(200)
        .body("amount", is(2))
        .body("size", is("LARGE"))
        .body("lines[0].price", is(2.0f));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "``                             | An order needs a 'reason'.",
        "{}                             | An order needs a 'reason'.",
        "{\"reason\": \" \"}            | An order needs a 'reason'.",
        "[]                             | The body must be a JSON object.",
        "null                           | The body must be a JSON object.",
        "{\"reason\": \"r\",}           | The body is not JSON: line 1, column 16: expected the name of a field in double quotes.",
        "{\"reason\": \"r\"} {}         | The body is not JSON: line 1, column 17: nothing may follow the first value.",
        "{\"reason\": \"r\", \"reason\": \"s\"} | The body is not JSON: line 1, column 25: the field 'reason' is there twice.",
        "{\"reason\": reason}           | The body is not JSON: line 1, column 12: expected a value; text stands in double quotes.",
        "{\"reason\"                    | The body is not JSON: line 1, column 10: the text ends before it is complete.",
        "{\"raeson\": \"r\"}            | 'raeson' is not a known field; did you mean 'reason'? Known fields: amount, by, dryRun, from, labels, lines, reason, size.",
        "{\"why\": \"r\"}               | 'why' is not a known field. Known fields: amount, by, dryRun, from, labels, lines, reason, size.",
        "{\"reason\": 1}                | 'reason' must be text, not 1.",
        "{\"reason\": true}             | 'reason' must be text, not true.",
        "{\"reason\": [1]}              | 'reason' must be text, not an array.",
        "{\"amount\": \"2\"}            | 'amount' must be a whole number, not '2'.",
        "{\"amount\": 2.5}              | 'amount' must be a whole number, not 2.5.",
        "{\"dryRun\": 1}                | 'dryRun' must be true or false, not 1.",
        "{\"dryRun\": \"true\"}         | 'dryRun' must be true or false, not 'true'.",
        "{\"from\": \"yesterday\"}      | 'from' must be a time such as 2026-01-31T00:00:00Z, not 'yesterday'.",
        "{\"size\": \"HUGE\"}           | 'size' must be one of SMALL, LARGE, not 'HUGE'.",
        "{\"labels\": [1]}              | 'labels' must be an object, not an array.",
        "{\"labels\": {\"a\": 1}}       | 'labels.a' must be text, not 1.",
        "{\"lines\": {}}                | 'lines' must be an array, not an object.",
        "{\"lines\": [{\"price\": 1}, {\"price\": \"x\"}]} | 'lines[1].price' must be a number, not 'x'.",
        "{\"lines\": [{\"prize\": 1}]}  | 'lines[0].prize' is not a known field; did you mean 'price'? Known fields: name, price.",
        "{\"reason\": \"a\\u0000b\"}    | 'reason' may have at most 10 characters, and no NUL.",
        "{\"reason\": \"0123456789a\"}  | 'reason' may have at most 10 characters, and no NUL.",
        "{\"reason\": \"r\", \"by\": \"a\\u0000\"} | 'by' may have at most 10 characters, and no NUL.",
        "{\"reason\": \"r\", \"lines\": [{\"name\": \"long\"}]} | 'lines[0].name' may have at most 3 characters, and no NUL.",
        "{\"reason\": \"r\", \"amount\": 4} | 'amount' must be less than or equal to 3."
      })
  void saysWhatIsWrongWithABody(String body, String detail) {
    post(body)
        .statusCode(400)
        .contentType("application/problem+json")
        .body("code", is("malformed_request"))
        .body("detail", is(detail));
  }

  @Test
  void namesEveryFieldThatDoesNotFit() {
    post("{\"reason\": 1, \"amuont\": 2, \"size\": \"HUGE\"}")
        .statusCode(400)
        .body("errors.field", contains("reason", "amuont", "size"))
        .body("errors.code", contains("WRONG_TYPE", "UNKNOWN_FIELD", "WRONG_TYPE"))
        .body("errors[0].message", is("must be text, not 1"))
        .body("errors[0].row", nullValue());
  }

  @Test
  void namesEveryFieldThatBreaksARule() {
    post("{\"amount\": 0, \"by\": \"0123456789a\"}")
        .statusCode(400)
        .body("errors.field", contains("amount", "by", "reason"))
        .body("errors.code", contains("OUT_OF_RANGE", "INVALID_VALUE", "REQUIRED"));
  }

  @Test
  void keepsTheBodyAsItCame() {
    var body = "{ \"reason\":\"é\"  }\n";

    var kept = given().contentType("application/json; charset=UTF-8").body(body).post("/echo/text");

    assertThat(kept.asString()).isEqualTo(body);
  }

  @Test
  void refusesHostileDepth() {
    var deep = "{\"labels\":" + "[".repeat(2000) + "]".repeat(2000) + "}";

    post(deep)
        .statusCode(400)
        .body(
            "detail",
            is(
                "The body is not JSON: it is nested too deeply, or has a number or a text that is too long."));
  }

  @ParameterizedTest
  @CsvSource({
    "Content-Encoding, gzip, application/json",
    "Content-Encoding, br, application/json",
    "Content-Type, application/json; charset=ISO-8859-1, ''",
    "Content-Type, application/json;charset=\"utf-16\", ''",
    "Content-Type, application/json; charset=nothing, ''"
  })
  void refusesBodiesThatWouldHaveToBeDecoded(String header, String value, String contentType)
      throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(echo()).header(header, value);
    if (!contentType.isEmpty()) {
      request.header("Content-Type", contentType);
    }

    var answer = send(request.POST(HttpRequest.BodyPublishers.ofString("{}")).build());

    assertThat(answer.statusCode()).isEqualTo(415);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(answer.headers().firstValue("Accept-Encoding")).hasValue("identity");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ISO-8859-1", "UTF-16", "UTF-16LE"})
  void refusesABodyThatIsNotUtf8(String charset) throws IOException, InterruptedException {
    var body = "{\"reason\": \"é\"}".getBytes(Charset.forName(charset));

    var answer =
        send(
            HttpRequest.newBuilder(echo())
                .header("Content-Type", "application/json; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build());

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("\"detail\":\"The body is not ");
  }

  @Test
  void saysHowLargeABodyMayBe() throws IOException, InterruptedException {
    var answer =
        send(
            HttpRequest.newBuilder(echo())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[20_000]))
                .build());

    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(answer.body()).contains("10240 bytes");
  }

  @Test
  void saysHowLargeABodyOfUnknownLengthMayBe() throws IOException, InterruptedException {
    var answer = sendChunked(new byte[20_000]);

    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(answer.body()).contains("10240 bytes");
  }

  @Test
  void readsABodyOfUnknownLength() throws IOException, InterruptedException {
    var answer = sendChunked("{\"reason\": \"r\"}".getBytes(StandardCharsets.UTF_8));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("\"reason\":\"r\"");
  }

  @Test
  void takesJsonOnly() {
    given()
        .contentType("text/plain")
        .body("{\"reason\": \"r\"}")
        .post("/echo")
        .then()
        .statusCode(415)
        .contentType("application/problem+json")
        .body("code", is("unsupported_media_type"));
  }

  @Test
  void readsABodyThatIsNotThereAsAnEmptyOne() throws IOException, InterruptedException {
    var answer =
        send(HttpRequest.newBuilder(echo()).POST(HttpRequest.BodyPublishers.noBody()).build());

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("An order needs a 'reason'.");
  }

  private static URI echo() {
    return URI.create(RestAssured.baseURI + ":" + RestAssured.port + "/echo");
  }

  private static HttpResponse<String> send(HttpRequest request)
      throws IOException, InterruptedException {
    try (var client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    }
  }

  private static HttpResponse<String> sendChunked(byte[] body)
      throws IOException, InterruptedException {
    return send(
        HttpRequest.newBuilder(echo())
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
            .build());
  }

  private static ValidatableResponse post(String body) {
    return given()
        .contentType("application/json")
        .body(body == null ? "" : body)
        .post("/echo")
        .then();
  }
}
