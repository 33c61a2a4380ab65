package io.drivetrain.registry.run;

import static io.drivetrain.registry.audit.Action.RUN_CREATED;
import static io.drivetrain.registry.audit.Action.RUN_DELETED;
import static io.drivetrain.registry.audit.Action.RUN_ENDED;
import static io.drivetrain.registry.audit.Action.RUN_PURGED;
import static io.drivetrain.registry.audit.Action.RUN_REOPENED;
import static io.drivetrain.registry.audit.Action.RUN_RESTORED;
import static io.drivetrain.registry.audit.Action.RUN_TAG_DELETED;
import static io.drivetrain.registry.audit.Action.RUN_TAG_SET;

import io.drivetrain.registry.audit.AuditTrail;
import io.drivetrain.registry.audit.Change;
import io.drivetrain.registry.audit.Subject.OfRun;
import io.drivetrain.registry.protocol.LifecycleStage;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.SortedMap;

/** Tells the audit trail what happens to runs. Metrics and params only grow and are not told. */
@ApplicationScoped
class RunChanges {
  private final RunDataRepository data;
  private final AuditTrail trail;
  private final Clock clock;

  RunChanges(RunDataRepository data, AuditTrail trail, Clock clock) {
    this.data = data;
    this.trail = trail;
    this.clock = clock;
  }

  Instant now() {
    return clock.instant();
  }

  void created(RunEntity run) {
    trail.record(Change.of(RUN_CREATED, run.subject(), null, run.name));
  }

  void moved(RunEntity run, RunStatus before) {
    if (run.status != before && (run.status.isTerminal() || before.isTerminal())) {
      var action = run.status.isTerminal() ? RUN_ENDED : RUN_REOPENED;
      trail.record(Change.of(action, run.subject(), before.name(), run.status.name()));
    }
  }

  void moved(RunEntity run) {
    var action = run.lifecycleStage == LifecycleStage.DELETED ? RUN_DELETED : RUN_RESTORED;
    trail.record(Change.of(action, run.subject()));
  }

  void purged(RunEntity run) {
    trail.record(Change.of(RUN_PURGED, run.subject(), run.name, null));
  }

  /** Before the tags are written: what they are now is what they were before. */
  void willTag(long run, RunInfo info, SortedMap<String, String> tags) {
    Map<String, String> present = data.lockTags(run, tags);
    var subject = subject(info);
    var changes = new ArrayList<Change>();
    tags.forEach((key, value) -> {
      if (!value.equals(present.get(key))) {
        changes.add(Change.of(RUN_TAG_SET, subject, key, present.get(key), value));
      }
    });
    trail.record(changes);
  }

  void untagged(RunInfo info, String key, String before) {
    trail.record(Change.of(RUN_TAG_DELETED, subject(info), key, before, null));
  }

  private static OfRun subject(RunInfo info) {
    return new OfRun(info.runId(), Long.parseLong(info.experimentId()));
  }
}
