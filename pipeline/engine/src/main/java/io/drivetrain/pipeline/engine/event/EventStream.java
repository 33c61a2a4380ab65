package io.drivetrain.pipeline.engine.event;

import io.drivetrain.pipeline.engine.problem.PipelineException;
import io.drivetrain.pipeline.engine.run.RunSignals;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionException;

/**
 * A stream of Server-Sent Events to one client: existing events, then new ones, and {@code end}
 * after the last.
 */
public final class EventStream {
  /** Proxies close connections that are silent for longer. */
  private static final Duration LONGEST_SILENCE = Duration.ofSeconds(15);

  private final Sse sse;
  private final SseEventSink sink;
  private final RunSignals signals;

  public EventStream(Sse sse, SseEventSink sink, RunSignals signals) {
    this.sse = sse;
    this.sink = sink;
    this.signals = signals;
  }

  /** The source of a stream. */
  public interface Feed {
    /** Whether no new events can occur. Existing ones may still have to be sent. */
    boolean hasEnded();

    /** Whether there are events to send. */
    boolean hasNews();

    /** Sends some of them with {@link EventStream#send}. */
    void sendNews();

    /** The JSON of the event {@code end}. */
    String end();
  }

  /**
   * Sends events until the feed has ended or the client has disconnected.
   *
   * @param runId the run whose changes wake the stream
   */
  public void tell(UUID runId, Feed feed) throws InterruptedException {
    try (sink) {
      comment("run " + runId);
      while (!sink.isClosed()) {
        boolean hasEnded = feed.hasEnded(); // before the look: no news are missed
        if (feed.hasNews()) {
          feed.sendNews();
        } else if (hasEnded) {
          send("end", feed.end());
          return;
        } else if (!signals.await(
            runId, () -> feed.hasNews() || feed.hasEnded(), LONGEST_SILENCE)) {
          comment("hb");
        }
      }
    } catch (CompletionException gone) {
      return; // the reader has hung up
    }
  }

  /** Sends which runs change until the client has disconnected. */
  void tell(ChangedRuns runs) throws InterruptedException {
    try (sink) {
      send("connected", "{}");
      while (!sink.isClosed()) {
        List<UUID> changed = runs.await(LONGEST_SILENCE);
        changed.forEach(run -> send("run", "{\"runId\":\"%s\"}".formatted(run)));
        if (changed.isEmpty()) {
          comment("hb");
        }
      }
    } catch (CompletionException gone) {
      return; // the reader has hung up
    }
  }

  /** Sends an event that is not repeated to a client that reconnects. */
  void send(String name, String data) {
    send(sse.newEventBuilder().name(name).data(data).build());
  }

  /**
   * @param id what the client sends as Last-Event-ID when it reconnects
   */
  public void send(String name, long id, String data) {
    send(sse.newEventBuilder().id(String.valueOf(id)).name(name).data(data).build());
  }

  private void comment(String text) {
    send(sse.newEventBuilder().comment(text).build());
  }

  private void send(OutboundSseEvent event) {
    sink.send(event).toCompletableFuture().join();
  }

  /**
   * The position of a client in a feed.
   *
   * @param lastEventId null for a new client
   * @param digits at most, of an id of the feed
   */
  public static long position(String lastEventId, int digits) {
    if (lastEventId == null) {
      return 0;
    }
    if (!lastEventId.matches("\\d{1,%d}".formatted(digits))) {
      throw PipelineException.malformed("Last-Event-ID must be the id of an event, a number.");
    }
    return Long.parseLong(lastEventId);
  }
}
