package io.drivetrain.webui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.server.ErrorEvent;
import io.drivetrain.webui.CdiBrowserlessTest;
import io.drivetrain.webui.ServiceDoublesResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceDoublesResource.class)
class MessagePagesTest extends CdiBrowserlessTest {
  private static final Exception INTERNAL = new IllegalStateException("jdbc:postgresql://secret");

  @BeforeEach
  void speakFrench() {
    UI.getCurrent().setLocale(Locale.FRENCH);
  }

  @Test
  void addressWithoutAViewSaysSoInTheFrameOfThePages() {
    UI.getCurrent().navigate("nothing/here");

    NotFoundView page = find(NotFoundView.class).single();
    assertThat(page.getElement().getTextRecursively()).contains("Page introuvable");
    assertThat(find(AppLayout.class).single().getElement().getTextRecursively())
        .contains("Drivetrain", "Estimation", "English");
  }

  @Test
  void failedViewShowsAnIdAndNoInternals() {
    FailureView page = new FailureView();

    int status = page.setErrorParameter(null, new ErrorParameter<>(Exception.class, INTERNAL));

    assertThat(status).isEqualTo(500);
    assertThat(page.getElement().getTextRecursively())
        .containsPattern("[0-9a-f]{8}-[0-9a-f-]{27}")
        .doesNotContain("secret", "Exception");
  }

  @Test
  void failedActionShowsAnIdAndNoInternals() {
    new Incidents().error(new ErrorEvent(INTERNAL));
    roundTrip();

    assertThat(test(find(Notification.class).single()).getText())
        .containsPattern("[0-9a-f]{8}-[0-9a-f-]{27}")
        .doesNotContain("secret", "Exception");
  }
}
