package io.drivetrain.webui.component;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import io.drivetrain.webui.client.ServiceCallException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Asks one question for as long as a page shows the answer, on a virtual thread of its own: when it
 * is told that there is news, and after a pause without any. It ends when it is stopped, and by
 * itself when the page is gone.
 */
public final class LivePoller<T> {
  /** News that come in so short a time are answered by one question. */
  private static final Duration TOGETHER = Duration.ofMillis(200);

  private final UI page;
  private final Supplier<T> question;
  private final Screen<T> screen;
  private final Semaphore news = new Semaphore(0);
  private final Thread thread;
  private volatile Duration pause;
  private volatile boolean isStopped;

  /** Shows answers. Called with the page's lock. */
  public interface Screen<T> {
    /** Returns how long to wait for news before the next question. */
    Duration show(T answer);

    /** Returns how long to wait before the next question. */
    Duration showFailure(ServiceCallException failure);
  }

  private LivePoller(UI page, Supplier<T> question, Screen<T> screen) {
    this.page = page;
    this.question = question;
    this.screen = screen;
    this.thread = Thread.ofVirtual().name("live-page-" + page.getUIId()).unstarted(this::follow);
  }

  /** Shows the first answer before it returns. */
  public static <T> LivePoller<T> start(UI page, Supplier<T> question, Screen<T> screen) {
    LivePoller<T> poller = new LivePoller<>(page, question, screen);
    poller.ask().run();
    poller.thread.start();
    return poller;
  }

  /** Does not wait for the end of the pause. */
  public void askNow() {
    news.release();
  }

  /** Nothing is shown any more once this returns to a caller who has the page's lock. */
  public void stop() {
    isStopped = true;
    thread.interrupt();
  }

  public boolean isRunning() {
    return thread.isAlive();
  }

  private void follow() {
    try {
      while (!isStopped) {
        if (news.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS)) {
          Thread.sleep(TOGETHER);
          news.drainPermits();
        }
        show(ask());
      }
    } catch (InterruptedException | UIDetachedException ended) {
      return; // nobody looks any more
    }
  }

  private Runnable ask() {
    try {
      T answer = question.get();
      return () -> pause = screen.show(answer);
    } catch (ServiceCallException failure) {
      return () -> pause = screen.showFailure(failure);
    }
  }

  /** Waits until it is shown, so that a slow page is asked less often. */
  private void show(Runnable answer) throws InterruptedException {
    try {
      page.access(
              () -> {
                if (!isStopped) {
                  answer.run();
                }
              })
          .get();
    } catch (ExecutionException shown) {
      return; // the page's own error handler has reported it
    }
  }
}
