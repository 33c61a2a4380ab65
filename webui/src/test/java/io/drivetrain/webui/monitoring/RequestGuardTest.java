package io.drivetrain.webui.monitoring;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.drivetrain.webui.ServiceDoublesResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(ServiceDoublesResource.class)
class RequestGuardTest {

  @ParameterizedTest
  @ValueSource(strings = {"/", "/predict", "/metrics", "/docs/", "/openapi", "/VAADIN/push"})
  void answersNothingUnderAStrangeName(String path) {
    given()
        .header("Host", "evil.example")
        .get(path)
        .then()
        .statusCode(403)
        .contentType("application/problem+json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/predict", "/?v-r=uidl&v-uiId=0"})
  void letsNoStrangePageChangeThings(String path) {
    given()
        .header("Origin", "https://evil.example")
        .contentType("application/json")
        .body("{}")
        .post(path)
        .then()
        .statusCode(403);
  }

  @Test
  void letsNoStrangePageListenToThePush() {
    given()
        .header("Origin", "https://evil.example")
        .header("Connection", "Upgrade")
        .header("Upgrade", "websocket")
        .get("/VAADIN/push")
        .then()
        .statusCode(403);
  }

  @Test
  void mayBeFramedByNobody() {
    var page = given().get("/openapi");

    assertThat(page.headers().getValues("X-Frame-Options")).containsExactly("DENY");
    assertThat(page.headers().getValues("X-Content-Type-Options")).containsExactly("nosniff");
  }
}
