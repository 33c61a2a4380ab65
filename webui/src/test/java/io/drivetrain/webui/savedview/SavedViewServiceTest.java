package io.drivetrain.webui.savedview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.drivetrain.embedded.EmbeddedServersResource;
import io.drivetrain.webui.ServiceDoublesResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceDoublesResource.class)
@WithTestResource(EmbeddedServersResource.class)
class SavedViewServiceTest {
  private static final String PAGE = "experiments/runs";

  @Inject SavedViewService service;

  @BeforeEach
  void waitForTheDatabase() {
    await().ignoreExceptions().until(() -> service.ofPage(PAGE) != null);
    service.ofPage(PAGE).forEach(view -> service.delete(view.id()));
  }

  @Test
  void keepsViewsByName() {
    SavedView best = service.save(PAGE, "best", "order=metrics.rmse");
    SavedView all = service.save(PAGE, "All", "");
    service.save("compare", "best", "runs=1,2");

    assertThat(service.ofPage(PAGE)).containsExactly(all, best);
    assertThat(service.find(best.id())).contains(best);
    assertThat(service.find(UUID.randomUUID())).isEmpty();
  }

  @Test
  void savingUnderTheSameNameReplacesTheViewAtItsAddress() {
    SavedView before = service.save(PAGE, "best", "order=metrics.rmse");

    SavedView after = service.save(PAGE, "best", "order=-metrics.r2");

    assertThat(after.id()).isEqualTo(before.id());
    assertThat(service.ofPage(PAGE)).containsExactly(after);
    assertThat(service.find(before.id())).map(SavedView::query).contains("order=-metrics.r2");
  }

  @Test
  void deletesAView() {
    SavedView view = service.save(PAGE, "best", "");

    service.delete(view.id());
    service.delete(view.id());

    assertThat(service.ofPage(PAGE)).isEmpty();
  }
}
