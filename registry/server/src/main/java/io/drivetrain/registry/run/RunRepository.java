package io.drivetrain.registry.run;

import io.drivetrain.registry.protocol.LifecycleStage;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;

@ApplicationScoped
class RunRepository implements PanacheRepositoryBase<RunEntity, Long> {

  /** Locked until the end of the transaction, so that two changes of one run come in turn. */
  Optional<RunEntity> lock(String runId) {
    return find("runId", runId).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
  }

  void moveAll(long experiment, LifecycleStage stage) {
    update("lifecycleStage = ?1 where experiment = ?2", stage, experiment);
  }
}
