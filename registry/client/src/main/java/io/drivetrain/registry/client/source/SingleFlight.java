package io.drivetrain.registry.client.source;

import io.drivetrain.registry.client.http.ErrorCode;
import io.drivetrain.registry.client.http.RegistryClientException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;

/** Lets callers that want the same thing at once share the work of the first one. */
final class SingleFlight<K, V> {
  private final ConcurrentHashMap<K, CompletableFuture<V>> flights = new ConcurrentHashMap<>();

  V join(K key, Supplier<V> work) {
    CompletableFuture<V> mine = new CompletableFuture<>();
    CompletableFuture<V> first = flights.putIfAbsent(key, mine);
    return first == null ? fly(key, mine, work) : follow(first, key, work);
  }

  private V fly(K key, CompletableFuture<V> flight, Supplier<V> work) {
    try {
      V result = work.get();
      flight.complete(result);
      return result;
    } catch (RuntimeException | Error failed) {
      flight.completeExceptionally(failed);
      throw failed;
    } finally {
      flights.remove(key, flight);
    }
  }

  private V follow(CompletableFuture<V> first, K key, Supplier<V> work) {
    try {
      return first.get();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw RegistryClientException.interrupted(key.toString());
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof RegistryClientException refused) {
        if (refused.errorCode() == ErrorCode.INTERRUPTED) {
          return join(key, work);
        }
        throw refused;
      }
      throw new IllegalStateException("Reading " + key + " failed", failed.getCause());
    }
  }
}
