package io.drivetrain.pipeline.learning.promotion;

import io.drivetrain.pipeline.engine.step.StepContext;
import io.drivetrain.pipeline.learning.report.Leftovers;
import io.drivetrain.pipeline.learning.tracking.ModelSpec;
import io.drivetrain.pipeline.learning.tracking.TrackingRun;
import io.drivetrain.registry.client.RegistryClient;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Takes the version of a run that came to nothing out of Staging, and the alias of a rehearsal that
 * was broken off away. A version in production stays there.
 */
@ApplicationScoped
public class StagedLeftovers implements Leftovers {
  private final RegistryClient registry;

  public StagedLeftovers(RegistryClient registry) {
    this.registry = registry;
  }

  @Override
  public void putAway(StepContext context, TrackingRun record, String why) {
    ModelSpec model = context.definition().section(ModelSpec.SECTION);
    VersionPublisher publisher = new VersionPublisher(registry.models(), model);
    publisher.madeFrom(record.id()).forEach(version -> publisher.withdraw(version, why));
    RollbackRehearsal.end(registry.models(), model);
  }
}
