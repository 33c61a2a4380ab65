package io.drivetrain.registry.client.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;

/** Collects an answer's body up to a limit, and breaks the transfer off beyond it. */
final class CappedBody implements BodySubscriber<byte[]> {

  /** The body went on beyond the limit. */
  static final class TooLarge extends IOException {
    private static final long serialVersionUID = 1L;

    private final long limitBytes;

    private TooLarge(long limitBytes) {
      this.limitBytes = limitBytes;
    }

    long limitBytes() {
      return limitBytes;
    }
  }

  private final long limitBytes;
  private final ByteArrayOutputStream collected = new ByteArrayOutputStream();
  private final CompletableFuture<byte[]> body = new CompletableFuture<>();
  private Subscription subscription;

  CappedBody(long limitBytes) {
    this.limitBytes = limitBytes;
  }

  @Override
  public CompletionStage<byte[]> getBody() {
    return body;
  }

  @Override
  public void onSubscribe(Subscription opened) {
    subscription = opened;
    opened.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    for (ByteBuffer buffer : buffers) {
      if (collected.size() + (long) buffer.remaining() > limitBytes) {
        subscription.cancel();
        body.completeExceptionally(new TooLarge(limitBytes));
        return;
      }
      byte[] part = new byte[buffer.remaining()];
      buffer.get(part);
      collected.writeBytes(part);
    }
  }

  @Override
  public void onError(Throwable failure) {
    body.completeExceptionally(failure);
  }

  @Override
  public void onComplete() {
    body.complete(collected.toByteArray());
  }
}
