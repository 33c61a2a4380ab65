package io.drivetrain.webui.shell;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import io.drivetrain.webui.ServiceDoublesResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

/** Asks the packaged application: only there the pages are built. */
@QuarkusIntegrationTest
@WithTestResource(ServiceDoublesResource.class)
class PageStartIT {

  @Test
  void visitorWithoutAChoiceGetsFrenchAndTheColoursOfTheSystem() {
    String html = given().get("/").then().statusCode(200).extract().asString();

    assertThat(html).contains("<html lang=\"fr\" ").contains("style=\"color-scheme: light dark\"");
  }

  @Test
  void firstByteHasTheChosenLanguageAndColours() {
    String html =
        given()
            .cookie("drivetrain-language", "en")
            .cookie("drivetrain-color-scheme", "dark")
            .get("/")
            .asString();

    assertThat(html)
        .contains("<html lang=\"en\" ")
        .contains("style=\"color-scheme: dark\" theme=\"dark\"");
  }

  @Test
  void forgedCookiesAreIgnored() {
    String html =
        given()
            .cookie("drivetrain-language", "en\"onload=x")
            .cookie("drivetrain-color-scheme", "red")
            .get("/")
            .asString();

    assertThat(html).contains("<html lang=\"fr\" ").contains("style=\"color-scheme: light dark\"");
  }

  @Test
  void addressWithALongTextIsAnswered() {
    given().get("/?remark=" + "%C3%A9".repeat(2000)).then().statusCode(200);
  }

  @Test
  void browserWithoutScriptsIsLedToTheApi() {
    String html = given().header("Accept-Language", "en").get("/").asString();

    assertThat(html).contains("<noscript>").contains("href=\"docs/\"").contains("lang=\"en\"");
  }

  @Test
  void addressWithoutAViewAnswers404() {
    given().get("/nothing/here").then().statusCode(404);
  }

  @Test
  void answersCarryTheSecurityHeaders() {
    given()
        .get("/")
        .then()
        .header("X-Content-Type-Options", "nosniff")
        .header("X-Frame-Options", "DENY")
        .header("Referrer-Policy", "same-origin")
        .header("Content-Security-Policy", startsWith("frame-ancestors 'none'"));
  }

  @Test
  void sessionCookieIsOutOfReachOfScriptsAndOtherSites() {
    Response page = given().get("/");

    assertThat(page.getDetailedCookie("JSESSIONID").isHttpOnly()).isTrue();
    assertThat(page.getDetailedCookie("JSESSIONID").getSameSite()).isEqualTo("Lax");
  }

  @Test
  void callsOfTheApiOpenNoSession() {
    given().get("/health").then().header("Set-Cookie", is((String) null));
  }
}
