package io.drivetrain.pipeline.learning.promotion;

import io.drivetrain.pipeline.engine.step.StepContext;
import io.drivetrain.pipeline.learning.tracking.ModelSpec;
import io.drivetrain.pipeline.learning.tracking.RunCleanup;
import io.drivetrain.pipeline.learning.tracking.TrackingRun;
import io.drivetrain.registry.client.RegistryClient;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Archives the staged version of a run that did not succeed, and removes the alias of an
 * interrupted rollback rehearsal. A version in production stays there.
 */
@ApplicationScoped
public class StagedVersionCleanup implements RunCleanup {
  private final RegistryClient registry;

  public StagedVersionCleanup(RegistryClient registry) {
    this.registry = registry;
  }

  @Override
  public void cleanUp(StepContext context, TrackingRun record, String why) {
    ModelSpec model = context.definition().section(ModelSpec.SECTION);
    VersionPublisher publisher = new VersionPublisher(registry.models(), model);
    publisher.madeFrom(record.id()).forEach(version -> publisher.withdraw(version, why));
    RollbackRehearsal.end(registry.models(), model);
  }
}
