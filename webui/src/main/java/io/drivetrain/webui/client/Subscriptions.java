package io.drivetrain.webui.client;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.Cancellable;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.client.SseEvent;

/**
 * Subscribes to the event streams of the pipeline service. A stream that breaks is connected again,
 * after a pause that grows, from the event that came last. Listeners are called on virtual threads.
 */
@ApplicationScoped
public class Subscriptions {
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
  private static final String BEGIN = "0";

  private final PipelineEvents events;
  private final PipelineConfig config;
  private final Executor threads = Executors.newVirtualThreadPerTaskExecutor();

  Subscriptions(@RestClient PipelineEvents events, PipelineConfig config) {
    this.events = events;
    this.config = config;
  }

  /** Ends with {@link #close}; nothing is told any more then. */
  @FunctionalInterface
  public interface Subscription extends AutoCloseable {
    @Override
    void close();

    /** One that tells nothing. */
    static Subscription none() {
      return () -> {};
    }
  }

  /**
   * A part of a log.
   *
   * @param text whole lines
   * @param end how many bytes of the log there are up to its end
   */
  public record LogPart(String text, long end) {}

  /**
   * @param onNews called when any run has changed, and when changes may have been missed
   */
  public Subscription toRuns(Runnable onNews) {
    return follow(after -> events.runs(), BEGIN, event -> onNews.run(), onNews);
  }

  /**
   * @param onNews called when a run or one of its steps has a new state, when a step has made
   *     progress, and at the end
   */
  public Subscription toRun(UUID run, Runnable onNews) {
    return follow(after -> events.run(run, after), BEGIN, event -> onNews.run(), onNews);
  }

  /**
   * @param from the byte to begin with
   * @param onEnd called when the attempt has ended
   */
  public Subscription toLog(
      UUID run, String step, int attempt, long from, Consumer<LogPart> onPart, Runnable onEnd) {
    return follow(
        after -> events.log(run, Ids.checked(step), attempt, after),
        String.valueOf(from),
        event -> onPart.accept(new LogPart(event.data() + "\n", Long.parseLong(event.id()))),
        onEnd);
  }

  private Subscription follow(
      Function<String, Multi<SseEvent<String>>> stream,
      String begin,
      Consumer<SseEvent<String>> onEvent,
      Runnable onEnd) {
    AtomicReference<String> last = new AtomicReference<>(begin);
    Cancellable subscription =
        Multi.createFrom()
            .deferred(() -> stream.apply(last.get()))
            .filter(event -> event.name() != null)
            .onCompletion()
            .failWith(() -> new IOException("The stream has broken"))
            .emitOn(threads)
            .invoke(event -> {
              if (!isEnd(event)) {
                onEvent.accept(event);
                Optional.ofNullable(event.id()).ifPresent(last::set);
              }
            })
            .select()
            .first(event -> !isEnd(event))
            .onFailure(Subscriptions::isPassing)
            .retry()
            .withBackOff(config.reconnectPause(), LONGEST_PAUSE)
            .indefinitely()
            .subscribe()
            .with(event -> {}, failure -> {}, onEnd);
    return subscription::cancel;
  }

  /** What was refused stays refused: a run that is no longer there. */
  private static boolean isPassing(Throwable failure) {
    return !(failure instanceof PipelineCallException refused) || refused.refusal().isEmpty();
  }

  private static boolean isEnd(SseEvent<String> event) {
    return PipelineEvents.END.equals(event.name());
  }
}
