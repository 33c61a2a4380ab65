package io.drivetrain.embedded.supervision;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The process of an application, started by this supervisor or by an earlier one. */
final class ApplicationProcess implements Running {
  private static final int ANSWER_MILLIS = 2000;
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

  private final ServiceFile file;
  private final ProcessHandle process;
  private final CompletableFuture<String> end;

  ApplicationProcess(ServiceFile file, ProcessHandle process, CompletableFuture<String> end) {
    this.file = file;
    this.process = process;
    this.end = end;
  }

  @Override
  public long pid() {
    return process.pid();
  }

  @Override
  public CompletableFuture<String> onEnd() {
    return end;
  }

  @Override
  public boolean isReady() {
    URI ready = URI.create("http://%s:%d/health/ready".formatted(file.address(), file.port()));
    try {
      HttpURLConnection connection = (HttpURLConnection) ready.toURL().openConnection();
      connection.setConnectTimeout(ANSWER_MILLIS);
      connection.setReadTimeout(ANSWER_MILLIS);
      try {
        return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
      } finally {
        connection.disconnect();
      }
    } catch (IOException _) {
      return false;
    }
  }

  @Override
  public boolean isOpen() {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(file.address(), file.port()), ANSWER_MILLIS);
      return !end.isDone();
    } catch (IOException _) {
      return false;
    }
  }

  /**
   * The time counts while the application still takes requests, or does nothing at all. One that
   * has closed its port and works, as after the first run of a build that writes its start-up
   * cache, is left in peace.
   */
  @Override
  public void stop(Duration patience) {
    process.destroy();
    wake();
    long deadline = System.nanoTime() + patience.toNanos();
    Duration worked = work();
    while (!endsWithin(BETWEEN_LOOKS)) {
      Duration now = work();
      if (now.compareTo(worked) > 0 && !isOpen()) {
        worked = now;
        deadline = System.nanoTime() + patience.toNanos();
      }
      if (System.nanoTime() > deadline) {
        SupervisorLog.say(
            "%s did not end within %d s: killed".formatted(file.name(), patience.toSeconds()));
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        end.join();
      }
    }
  }

  /** A process that is stopped (SIGSTOP) gets no other signal before it goes on. */
  private void wake() {
    try {
      new ProcessBuilder("kill", "-CONT", Long.toString(pid())).start();
    } catch (IOException _) {
      // then it is killed in the end
    }
  }

  private boolean endsWithin(Duration time) {
    try {
      end.get(time.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (InterruptedException | TimeoutException _) {
      return false;
    } catch (ExecutionException _) {
      return true;
    }
  }

  /** CPU time of the process and of what it started. */
  private Duration work() {
    Duration sum = process.info().totalCpuDuration().orElse(Duration.ZERO);
    for (ProcessHandle child : process.descendants().toList()) {
      sum = sum.plus(child.info().totalCpuDuration().orElse(Duration.ZERO));
    }
    return sum;
  }
}
