package io.drivetrain.access.page;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class PageRedirectTest {
  private static final String BROWSER =
      "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

  @ParameterizedTest
  @CsvSource({
    "localhost:5000, http://localhost:8599/experiments",
    "127.0.0.1, http://127.0.0.1:8599/experiments",
    "[::1]:5000, http://[::1]:8599/experiments"
  })
  void sendsABrowserToTheWebApplicationOfTheHostThatItCalled(String host, String page) {
    asking(BROWSER)
        .header("Host", host)
        .get("/")
        .then()
        .statusCode(302)
        .header("Location", page)
        .header("Vary", "Accept")
        .header("X-Content-Type-Options", "nosniff");
  }

  @ParameterizedTest
  @ValueSource(strings = {"*/*", "application/json"})
  void answersProgramsAsEver(String accepted) {
    asking(accepted).get("/").then().statusCode(404).header("Location", nullValue());
  }

  @Test
  void sendsNobodyFromOtherPathsOrStrangeHosts() {
    asking(BROWSER).get("/no-endpoint").then().statusCode(404);
    asking(BROWSER).header("Host", "evil.example").get("/").then().header("Location", nullValue());
    asking(BROWSER).post("/").then().header("Location", nullValue());
  }

  private static RequestSpecification asking(String accepted) {
    return given().redirects().follow(false).header("Accept", accepted);
  }
}
