package io.drivetrain.webui.component;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import io.drivetrain.webui.client.Reply;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Asks one question again and again for as long as a page shows the answer, on a virtual thread of
 * its own. It ends when it is told to, and by itself when the page is gone.
 */
public final class LivePoller<T> {
  private final UI page;
  private final Supplier<Reply<T>> question;
  private final Function<Reply<T>, Duration> pause;
  private final Consumer<Reply<T>> show;
  private final Semaphore impatience = new Semaphore(0);
  private final Thread thread;
  private volatile boolean isStopped;

  private LivePoller(
      UI page,
      Supplier<Reply<T>> question,
      Function<Reply<T>, Duration> pause,
      Consumer<Reply<T>> show,
      Reply<T> first) {
    this.page = page;
    this.question = question;
    this.pause = pause;
    this.show = show;
    this.thread =
        Thread.ofVirtual().name("pipeline-page-" + page.getUIId()).unstarted(() -> follow(first));
  }

  /**
   * @param pause how long to wait after an answer
   * @param show called with the page's lock
   * @param first the answer that the page shows already
   */
  public static <T> LivePoller<T> start(
      UI page,
      Supplier<Reply<T>> question,
      Function<Reply<T>, Duration> pause,
      Consumer<Reply<T>> show,
      Reply<T> first) {
    LivePoller<T> follower = new LivePoller<>(page, question, pause, show, first);
    follower.thread.start();
    return follower;
  }

  /** Does not wait for the end of the pause. */
  public void askNow() {
    impatience.release();
  }

  /** Nothing is shown any more once this returns to a caller who has the page's lock. */
  public void stop() {
    isStopped = true;
    thread.interrupt();
  }

  public boolean isFollowing() {
    return thread.isAlive();
  }

  private void follow(Reply<T> first) {
    Reply<T> answer = first;
    try {
      while (true) {
        impatience.tryAcquire(pause.apply(answer).toMillis(), TimeUnit.MILLISECONDS);
        impatience.drainPermits();
        answer = question.get();
        tell(answer);
      }
    } catch (InterruptedException | UIDetachedException ended) {
      return; // nobody looks any more
    }
  }

  /** Waits until it is shown: a page that is slow is not asked to hurry. */
  private void tell(Reply<T> answer) throws InterruptedException {
    try {
      page.access(
              () -> {
                if (!isStopped) {
                  show.accept(answer);
                }
              })
          .get();
    } catch (ExecutionException shown) {
      return; // the page's own error handler has told it
    }
  }
}
