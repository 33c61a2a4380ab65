package io.drivetrain.webui.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.drivetrain.registry.client.audit.AuditAction;
import io.drivetrain.registry.client.audit.AuditEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProductionHistoryTest {
  private final List<AuditEntry> moves = new ArrayList<>();

  @Test
  void leadsBackToTheVersionBefore() {
    promoted("1", "2", "3");

    assertThat(before("3")).containsExactly("2", "1");
  }

  @Test
  void doesNotLeadBackToAVersionThatWasRolledBack() {
    promoted("1", "2", "3", "2");

    assertThat(before("2")).containsExactly("1");
  }

  @Test
  void goesOnFromARollback() {
    promoted("1", "2", "3", "2", "4");

    assertThat(before("4")).containsExactly("2", "1");
  }

  @Test
  void leadsBackToTheLastOneWhenNothingIsInProduction() {
    promoted("1", "2");
    moved("2", "Production", "Archived");

    assertThat(ProductionHistory.of(moves).before(Optional.empty())).containsExactly("2", "1");
  }

  @Test
  void firstVersionHasNothingBeforeIt() {
    promoted("1");

    assertThat(before("1")).isEmpty();
  }

  @Test
  void stagingIsNoWayBack() {
    moved("1", "None", "Staging");
    promoted("2");

    assertThat(before("2")).isEmpty();
  }

  @Test
  void knowsWhenAVersionCameIntoProductionTheLastTime() {
    promoted("1", "2", "1");

    assertThat(ProductionHistory.since(moves, "1")).contains(Instant.ofEpochSecond(3));
    assertThat(ProductionHistory.since(moves, "7")).isEmpty();
  }

  private List<String> before(String production) {
    return ProductionHistory.of(moves).before(Optional.of(production));
  }

  private void promoted(String... versions) {
    for (String version : versions) {
      moved(version, "Staging", "Production");
    }
  }

  /** The newest entry comes first. */
  private void moved(String version, String from, String to) {
    int id = moves.size() + 1;
    moves.addFirst(
        new AuditEntry(
            id,
            Instant.ofEpochSecond(id),
            "anonymous",
            AuditAction.STAGE_MOVED,
            "rents",
            version,
            "",
            from,
            to,
            ""));
  }
}
