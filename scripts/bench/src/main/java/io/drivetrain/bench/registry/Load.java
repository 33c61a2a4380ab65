package io.drivetrain.bench.registry;

import io.drivetrain.bench.Answer;
import io.drivetrain.bench.Millis;
import io.drivetrain.bench.Request;
import io.drivetrain.bench.ServerClient;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Clients that ask one after the other, each on a connection of its own, for a bounded time and
 * number.
 */
final class Load {
  private record Part(long[] latencies, long bytes, long firstNanos, long lastNanos) {}

  private final RegistryStack stack;

  Load(RegistryStack stack) {
    this.stack = stack;
  }

  /** Warms up for half of the time, then measures. */
  Figure measure(Operation operation, int clients, Duration time)
      throws IOException, InterruptedException {
    run(operation, clients, time.dividedBy(2));
    return run(operation, clients, time);
  }

  private Figure run(Operation operation, int clients, Duration time)
      throws IOException, InterruptedException {
    CyclicBarrier start = new CyclicBarrier(clients);
    List<Callable<Part>> work = new ArrayList<>();
    for (int client = 0; client < clients; client++) {
      int number = client;
      work.add(() -> client(operation, number, time, start));
    }
    try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
      return together(threads.invokeAll(work));
    }
  }

  private Part client(Operation operation, int number, Duration time, CyclicBarrier start)
      throws Exception {
    long[] latencies = new long[operation.most()];
    long bytes = 0;
    int count = 0;
    try (ServerClient client = stack.connect()) {
      start.await();
      long first = System.nanoTime();
      long last = first;
      while (count < latencies.length && (count == 0 || last - first < time.toNanos())) {
        Request request = operation.requests().request(number, count);
        long asked = System.nanoTime();
        Answer answer = client.send(request);
        last = System.nanoTime();
        if (answer.status() != 200) {
          throw new IOException(
              "%s answered %d: %s".formatted(operation.name(), answer.status(), answer.body()));
        }
        latencies[count++] = last - asked;
        bytes += answer.length();
      }
      return new Part(Arrays.copyOf(latencies, count), bytes, first, last);
    }
  }

  private Figure together(List<Future<Part>> parts) throws IOException, InterruptedException {
    List<Part> all = new ArrayList<>();
    for (Future<Part> part : parts) {
      try {
        all.add(part.get());
      } catch (ExecutionException e) {
        throw new IOException(e.getCause().getMessage(), e.getCause());
      }
    }
    long first = all.stream().mapToLong(Part::firstNanos).min().orElseThrow();
    long last = all.stream().mapToLong(Part::lastNanos).max().orElseThrow();
    return new Figure(
        Millis.ofNanos(all.stream().flatMapToLong(part -> Arrays.stream(part.latencies()))),
        (last - first) / 1e9,
        all.stream().mapToLong(Part::bytes).sum(),
        stack.registryMegabytes());
  }
}
