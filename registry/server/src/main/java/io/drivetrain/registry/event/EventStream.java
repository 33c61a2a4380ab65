package io.drivetrain.registry.event;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.drivetrain.registry.audit.AuditFeed;
import io.drivetrain.registry.audit.AuditQuery;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * One listener. It reads the table itself, a batch at a time, so a slow one holds nothing back but
 * its own position, and a lost connection costs nothing but time.
 */
final class EventStream implements StreamingOutput {
  private static final Logger LOG = Logger.getLogger(EventStream.class);
  private static final int BATCH = 200;
  private static final Duration RETRY = Duration.ofSeconds(2);

  private final AuditFeed feed;
  private final EventPulse pulse;
  private final ObjectMapper mapper;
  private final AuditQuery query;
  private final Duration heartBeat;
  private long position;

  EventStream(
      AuditFeed feed,
      EventPulse pulse,
      ObjectMapper mapper,
      AuditQuery query,
      Duration heartBeat,
      long position) {
    this.feed = feed;
    this.pulse = pulse;
    this.mapper = mapper;
    this.query = query;
    this.heartBeat = heartBeat;
    this.position = position;
  }

  /** Until the listener is gone, which a write tells, or the server stops. */
  @Override
  public void write(OutputStream output) {
    try {
      send(output, "retry: " + RETRY.toMillis() + "\n\n");
      while (!pulse.isClosed()) {
        // Asked before the read, so that what comes in between is not slept through.
        long newest = feed.newest();
        if (!sendNext(output)) {
          position = Math.max(position, newest);
          waitForNext(output);
        }
      }
    } catch (IOException e) {
      LOG.debugf("A listener is gone: %s", e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean sendNext(OutputStream output) throws IOException {
    var batch = feed.after(position, query, BATCH);
    for (var event : batch) {
      position = event.position();
      output.write(format(event));
    }
    if (!batch.isEmpty()) {
      output.flush();
    }
    return !batch.isEmpty();
  }

  private void waitForNext(OutputStream output) throws IOException, InterruptedException {
    if (!pulse.await(position, heartBeat)) {
      send(output, ": still here\n\n");
    }
  }

  private byte[] format(AuditFeed.Numbered event) throws IOException {
    return "id: %d\nevent: %s\ndata: %s\n\n"
        .formatted(
            event.position(), event.entry().action(), mapper.writeValueAsString(event.entry()))
        .getBytes(StandardCharsets.UTF_8);
  }

  private static void send(OutputStream output, String text) throws IOException {
    output.write(text.getBytes(StandardCharsets.UTF_8));
    output.flush();
  }
}
