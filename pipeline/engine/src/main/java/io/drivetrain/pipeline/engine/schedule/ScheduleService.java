package io.drivetrain.pipeline.engine.schedule;

import io.drivetrain.pipeline.api.definition.CatchUp;
import io.drivetrain.pipeline.api.schedule.Firing;
import io.drivetrain.pipeline.api.schedule.Pause;
import io.drivetrain.pipeline.api.schedule.ScheduleView;
import io.drivetrain.pipeline.engine.catalog.DefinitionCatalog;
import io.drivetrain.pipeline.engine.definition.PipelineDefinition;
import io.drivetrain.pipeline.engine.definition.ScheduleSpec;
import io.drivetrain.pipeline.engine.launch.RunLauncher;
import io.drivetrain.pipeline.engine.problem.PipelineException;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;

/** Creates the runs of the schedules. */
@ApplicationScoped
public class ScheduleService {
  private static final Logger LOG = Logger.getLogger(ScheduleService.class);

  /** How long Quartz has to fire before it counts as having forgotten. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final DefinitionCatalog definitions;
  private final RunLauncher runs;
  private final ScheduleRepository schedules;
  private final QuartzTriggers alarm;
  private final ScheduleConfig config;
  private final Clock clock;

  ScheduleService(
      DefinitionCatalog definitions,
      RunLauncher runs,
      ScheduleRepository schedules,
      QuartzTriggers alarm,
      ScheduleConfig config,
      Clock clock) {
    this.definitions = definitions;
    this.runs = runs;
    this.schedules = schedules;
    this.alarm = alarm;
    this.config = config;
    this.clock = clock;
  }

  /** Makes the schedules those of the definitions, and makes up for what was missed. */
  void reconcile() {
    Set<String> wanted = new HashSet<>();
    for (PipelineDefinition definition : definitions.all()) {
      if (definition.schedule().isPresent()) {
        wanted.add(definition.id());
        schedules.enter(definition.id(), definition.schedule().orElseThrow(), clock.instant());
        fire(definition.id());
      }
    }
    for (String known : alarm.pipelines()) {
      if (!wanted.contains(known)) {
        schedules.retire(known);
        alarm.set(known, Optional.empty());
      }
    }
  }

  /** Makes the runs that are due, if any, and sets the alarm for the next time. */
  void fire(String pipeline) {
    Optional<ScheduleSpec> spec = definitions.find(pipeline).flatMap(PipelineDefinition::schedule);
    if (spec.isPresent()) {
      Optional<Instant> next =
          QuarkusTransaction.requiringNew().call(() -> handle(pipeline, spec.orElseThrow()));
      alarm.set(pipeline, next);
    }
  }

  /** Fires what Quartz forgot: because the database went away between its fire and our insert. */
  void fireForgotten() {
    schedules.overdue(clock.instant().minus(PATIENCE)).forEach(this::fire);
  }

  /** All schedules, in the order of the definitions. */
  public List<ScheduleView> all() {
    return definitions.all().stream()
        .filter(definition -> definition.schedule().isPresent())
        .map(this::view)
        .toList();
  }

  /** The schedule of a pipeline; empty for one that is only triggered by hand. */
  public Optional<ScheduleView> find(String pipeline) {
    return definitions
        .find(pipeline)
        .filter(definition -> definition.schedule().isPresent())
        .map(this::view);
  }

  /**
   * All times of a pipeline's schedule within a time, oldest first.
   *
   * @param from inclusive
   * @param until inclusive
   * @param most as many at most: a longer time is cut
   * @throws PipelineException when the pipeline has no schedule
   */
  public List<Instant> times(String pipeline, Instant from, Instant until, int most) {
    required(pipeline);
    ScheduleSpec spec = definitions.find(pipeline).orElseThrow().schedule().orElseThrow();
    return new FiringTimes(spec).within(from.minusMillis(1), until, most);
  }

  ScheduleView.Preview preview(String pipeline, int firings) {
    ScheduleView view = required(pipeline);
    ScheduleSpec spec = definitions.find(pipeline).orElseThrow().schedule().orElseThrow();
    return new ScheduleView.Preview(
        pipeline,
        view.cron(),
        view.timeZone(),
        view.paused().isPresent(),
        new FiringTimes(spec).after(clock.instant(), firings));
  }

  /** Stops the schedule until it is resumed, also across restarts. Again changes nothing. */
  ScheduleView pause(String pipeline, PauseRequest request) {
    required(pipeline);
    QuarkusTransaction.requiringNew()
        .run(() -> {
          if (schedules.pause(pipeline, request, clock.instant())) {
            schedules.audit(pipeline, "PAUSE", request, clock.instant());
          }
        });
    fire(pipeline);
    return required(pipeline);
  }

  /** Continues with the next time; times during the pause are skipped. */
  ScheduleView resume(String pipeline, PauseRequest request) {
    required(pipeline);
    QuarkusTransaction.requiringNew()
        .run(() -> {
          if (schedules.resume(pipeline, clock.instant())) {
            schedules.audit(pipeline, "RESUME", request, clock.instant());
          }
        });
    fire(pipeline);
    return required(pipeline);
  }

  /** Returns when to check again. */
  private Optional<Instant> handle(String pipeline, ScheduleSpec spec) {
    ScheduleState state = schedules.lock(pipeline).orElseThrow();
    if (state.pause().isPresent()) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    DueFirings.of(spec, state.handledUntil(), now, config.tolerance())
        .forEach(time -> start(pipeline, time));
    Optional<Instant> next = new FiringTimes(spec).after(now).map(Firing::at);
    schedules.advance(pipeline, now, next);
    return next;
  }

  /** Commits by itself: a run that was made stays, whatever becomes of the ones after it. */
  private void start(String pipeline, Instant time) {
    try {
      boolean isNew = runs.startScheduled(pipeline, time);
      LOG.infof(
          "Schedule of %s at %s: %s",
          pipeline, time, isNew ? "a new run" : "its run already exists");
    } catch (PipelineException refused) {
      LOG.warnf(
          "Schedule of %s at %s: no run was started. %s", pipeline, time, refused.getMessage());
    }
  }

  private ScheduleView required(String pipeline) {
    return find(pipeline).orElseThrow(() -> PipelineException.notFound("schedule", pipeline));
  }

  private ScheduleView view(PipelineDefinition definition) {
    return view(
        definition,
        schedules.find(definition.id()).flatMap(ScheduleState::pause),
        new FiringTimes(definition.schedule().orElseThrow())
            .after(clock.instant())
            .map(Firing::at));
  }

  private static ScheduleView view(
      PipelineDefinition definition, Optional<Pause> paused, Optional<Instant> next) {
    ScheduleSpec spec = definition.schedule().orElseThrow();
    return new ScheduleView(
        definition.id(),
        spec.cron(),
        spec.timeZone().getId(),
        spec.catchUp(),
        spec.catchUp() == CatchUp.ALL ? Optional.of(spec.catchUpLimit()) : Optional.empty(),
        paused,
        paused.isPresent() ? Optional.empty() : next);
  }
}
