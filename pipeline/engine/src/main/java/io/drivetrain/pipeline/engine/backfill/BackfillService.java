package io.drivetrain.pipeline.engine.backfill;

import io.drivetrain.pipeline.api.backfill.BackfillView;
import io.drivetrain.pipeline.api.backfill.BackfillView.Time;
import io.drivetrain.pipeline.api.run.RunState;
import io.drivetrain.pipeline.engine.catalog.DefinitionCatalog;
import io.drivetrain.pipeline.engine.launch.RunLauncher;
import io.drivetrain.pipeline.engine.problem.PipelineException;
import io.drivetrain.pipeline.engine.run.RunSignals;
import io.drivetrain.pipeline.engine.schedule.ScheduleService;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Plans back-fills, and hands their times to the queue a few at a time. */
@ApplicationScoped
public class BackfillService {
  private static final Logger LOG = Logger.getLogger(BackfillService.class);
  private static final int MOST_TIMES = 1000;
  private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");
  private static final Instant BEYOND = Instant.parse("2101-01-01T00:00:00Z");

  private final BackfillRepository backfills;
  private final ScheduleService schedules;
  private final DefinitionCatalog definitions;
  private final RunLauncher runs;
  private final RunSignals signals;
  private final Clock clock;

  /**
   * @param config asked for so that its defaults exist: those of a mapping that nobody injects are
   *     unknown to {@code @Scheduled}
   */
  BackfillService(
      BackfillConfig config,
      BackfillRepository backfills,
      ScheduleService schedules,
      DefinitionCatalog definitions,
      RunLauncher runs,
      RunSignals signals,
      Clock clock) {
    this.backfills = backfills;
    this.schedules = schedules;
    this.definitions = definitions;
    this.runs = runs;
    this.signals = signals;
    this.clock = clock;
  }

  /**
   * Starts a backfill, or only returns its plan.
   *
   * @throws PipelineException when the pipeline has no schedule, or the times are in the future or
   *     too many
   */
  BackfillView request(BackfillRequest request) {
    List<Instant> times = times(request);
    if (request.dryRun()) {
      return planned(request, wanted(request, times));
    }
    UUID id = UUID.randomUUID();
    QuarkusTransaction.requiringNew()
        .run(() -> {
          backfills.lockPipeline(request.pipeline());
          backfills.insert(id, request, wanted(request, times), clock.instant());
        });
    feed();
    return show(id);
  }

  BackfillView show(UUID id) {
    return backfills
        .find(id)
        .orElseThrow(() -> PipelineException.notFound("backfill", id.toString()));
  }

  /** Starts no further runs. Queued and running ones continue. Idempotent. */
  BackfillView cancel(UUID id) {
    backfills.cancel(id, clock.instant());
    return show(id);
  }

  /** Hands as many times to the queue as each back-fill may have there. */
  @Scheduled(
      identity = "backfill",
      every = "${drivetrain.backfill.watch}",
      delayed = "${drivetrain.backfill.watch}",
      concurrentExecution = ConcurrentExecution.SKIP,
      executeWith = Scheduled.SIMPLE)
  void feed() {
    backfills.open().forEach(this::feed);
  }

  private void feed(UUID id) {
    try {
      while (QuarkusTransaction.requiringNew().call(() -> startNext(id))) {
        signals.workReady();
      }
    } catch (PipelineException full) {
      LOG.debugf("Backfill %s is waiting: %s", id, full.getMessage());
    }
  }

  /** Returns whether there is a new run. */
  private boolean startNext(UUID id) {
    Optional<BackfillView> found =
        backfills.lock(id).filter(backfill -> definitions.find(backfill.pipeline()).isPresent());
    if (found.isEmpty()) {
      return false;
    }
    BackfillView backfill = found.orElseThrow();
    long active = backfill.times().stream().filter(BackfillService::isActive).count();
    Optional<Instant> next =
        backfill.times().stream()
            .filter(time -> time.runId().isEmpty() && active < backfill.maxActive())
            .map(Time::logicalTime)
            .findFirst();
    next.ifPresent(
        time -> backfills.startedAs(id, time, runs.startBackfill(backfill.pipeline(), time)));
    return next.isPresent();
  }

  private static boolean isActive(Time time) {
    return time.state().filter(state -> !state.isTerminal()).isPresent();
  }

  private List<Instant> times(BackfillRequest request) {
    if (request.from().isBefore(EARLIEST) || !request.to().isBefore(BEYOND)) {
      throw PipelineException.malformed("from and to must be within the years 1970 to 2100.");
    }
    if (request.to().isBefore(request.from())) {
      throw PipelineException.malformed("to must not be before from.");
    }
    if (request.to().isAfter(clock.instant())) {
      throw PipelineException.malformed("to must not be in the future.");
    }
    List<Instant> times =
        schedules.times(request.pipeline(), request.from(), request.to(), MOST_TIMES + 1);
    if (times.size() > MOST_TIMES) {
      throw PipelineException.malformed(
          "A backfill may cover at most 1000 times; the schedule has more between from and to.");
    }
    return times;
  }

  private List<Instant> wanted(BackfillRequest request, List<Instant> times) {
    Map<Instant, RunState> latest =
        backfills.latest(request.pipeline(), request.from(), request.to());
    return times.stream()
        .filter(time -> request.reprocess().wants(Optional.ofNullable(latest.get(time))))
        .toList();
  }

  private static BackfillView planned(BackfillRequest request, List<Instant> times) {
    return new BackfillView(
        Optional.empty(),
        request.pipeline(),
        request.from(),
        request.to(),
        request.reprocess(),
        request.maxActive(),
        true,
        Optional.empty(),
        times.stream().map(BackfillView.Time::waiting).toList());
  }
}
