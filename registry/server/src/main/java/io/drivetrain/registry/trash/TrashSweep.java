package io.drivetrain.registry.trash;

import io.drivetrain.registry.artifact.ArtifactDisposal;
import io.drivetrain.registry.protocol.RegistryException;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import org.jboss.logging.Logger;

/** Purges what is too old, and deletes the files that a crash left of a purge. */
@ApplicationScoped
public class TrashSweep {
  private static final Logger LOG = Logger.getLogger(TrashSweep.class);
  private static final int MOST_AT_ONCE = 10_000;

  /**
   * What a sweep did.
   *
   * @param purged experiments, runs and versions
   * @param kept those that are too old, but whose files belong to a version
   */
  public record Swept(int purged, int kept) {
    private Swept plus(Swept other) {
      return new Swept(purged + other.purged, kept + other.kept);
    }
  }

  private final TrashConfig config;
  private final TrashService trash;
  private final ArtifactDisposal disposal;
  private final Clock clock;

  TrashSweep(TrashConfig config, TrashService trash, ArtifactDisposal disposal, Clock clock) {
    this.config = config;
    this.trash = trash;
    this.disposal = disposal;
    this.clock = clock;
  }

  @Scheduled(
      identity = "trash-sweep",
      every = "${drivetrain.trash.sweep-every}",
      delayed = "${drivetrain.trash.sweep-every}",
      concurrentExecution = ConcurrentExecution.SKIP)
  @RunOnVirtualThread
  public void sweep() {
    config.keep().ifPresent(keep -> purgeDeletedBefore(clock.instant().minus(keep)));
    disposal.sweep();
  }

  /** Each in a transaction of its own; at most ten thousand of a kind, the next sweep goes on. */
  public Swept purgeDeletedBefore(Instant moment) {
    var swept = new Swept(0, 0);
    for (var kind : TrashKind.values()) {
      for (var item : trash.deletedBefore(kind, moment, MOST_AT_ONCE)) {
        swept = swept.plus(purge(item));
      }
    }
    if (swept.purged() > 0 || swept.kept() > 0) {
      LOG.infof("Purged %d from the trash, kept %d.", swept.purged(), swept.kept());
    }
    disposal.sweep();
    return swept;
  }

  private Swept purge(TrashItem item) {
    try {
      trash.purge(item);
      return new Swept(1, 0);
    } catch (RegistryException heldOrGone) {
      LOG.debugf("Kept %s %s: %s", item.kind(), item.id(), heldOrGone.getMessage());
      return new Swept(0, 1);
    }
  }
}
