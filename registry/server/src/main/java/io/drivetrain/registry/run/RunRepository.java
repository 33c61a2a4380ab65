package io.drivetrain.registry.run;

import io.drivetrain.registry.protocol.LifecycleStage;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Optional;

@ApplicationScoped
class RunRepository implements PanacheRepositoryBase<RunEntity, Long> {

  /** Locked until the end of the transaction, so that two changes of one run come in turn. */
  Optional<RunEntity> lock(String runId) {
    return find("runId", runId).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
  }

  /** Those that are there already keep the time at which they came. */
  void moveAll(long experiment, LifecycleStage stage, Instant deletedAt) {
    update(
        "lifecycleStage = ?1, deletedAt = ?2 where experiment = ?3 and lifecycleStage <> ?1",
        stage,
        deletedAt,
        experiment);
  }
}
