package io.drivetrain.access.problem;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ProblemMappersTest {

  @Test
  void logsAnUnexpectedErrorUnderTheIdThatTheClientGets() {
    var answer = given().get("/echo/broken");

    String incident = answer.path("incident");
    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.contentType()).isEqualTo("application/problem+json");
    assertThat(incident).matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    assertThat(answer.<String>path("detail")).contains(incident);
    assertThat(answer.asString()).doesNotContain("secret", "Exception", "java");
  }

  @Test
  void saysThatADatabaseThatIsAwayPasses() {
    given()
        .get("/echo/away")
        .then()
        .statusCode(503)
        .header("Retry-After", "5")
        .body("code", is("database_unreachable"))
        .body("detail", is("The database does not answer. Try again in a few seconds."));
  }

  @Test
  void hasEveryMemberThatAClientNeeds() {
    given()
        .get("/nothing")
        .then()
        .statusCode(404)
        .contentType("application/problem+json")
        .body("type", is("about:blank"))
        .body("title", is("Not found"))
        .body("status", is(404))
        .body("code", is("not_found"))
        .body("detail", is("No endpoint at '/nothing'."))
        .body("errors", nullValue())
        .body("incident", nullValue());
  }

  @Test
  void namesAWrongParameter() {
    given()
        .get("/echo?limit=0")
        .then()
        .statusCode(400)
        .body("errors.field", contains("limit"))
        .body("detail", is("'limit' must be greater than or equal to 1."));
  }

  @Test
  void saysWhichMethodsThereAre() {
    given()
        .delete("/echo")
        .then()
        .statusCode(405)
        .body("code", is("method_not_allowed"))
        .body("detail", is("The endpoint '/echo' does not know this HTTP method."));
  }

  @Test
  void saysWhichAnswersThereAre() {
    given().accept("text/csv").get("/echo?limit=1").then().statusCode(406);
  }
}
