package io.drivetrain.webui.comparison.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.QueryParameters;
import io.drivetrain.webui.comparison.RunChoice;
import io.drivetrain.webui.comparison.RunChoice.ByFilter;
import io.drivetrain.webui.comparison.RunChoice.ByIds;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RunChoicesTest {

  @Test
  void idsStandInOneParameterOrInSeveral() {
    assertThat(in("runs=a,b,,a&runs=c")).contains(new ByIds(List.of("a", "b", "c")));
  }

  @Test
  void filterHasALimitThatAPageCanShow() {
    assertThat(in("experiment=1,2&filter=metrics.r2%20%3E%200.5&limit=20"))
        .contains(new ByFilter(List.of("1", "2"), "metrics.r2 > 0.5", 20));
    assertThat(in("experiment=1&limit=5000"))
        .contains(new ByFilter(List.of("1"), "", RunChoice.MAX_RUNS));
    assertThat(in("experiment=1&limit=many"))
        .contains(new ByFilter(List.of("1"), "", RunChoice.MAX_RUNS));
  }

  @Test
  void addressMayNameNoRuns() {
    assertThat(in("runs=&baseline=x")).isEmpty();
  }

  private static Optional<RunChoice> in(String query) {
    return RunChoices.in(new Choices(QueryParameters.fromString(query)));
  }
}
