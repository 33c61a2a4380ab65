package io.drivetrain.registry.client.source;

import com.fasterxml.jackson.databind.JsonNode;
import io.drivetrain.registry.client.model.ModelReader;
import io.drivetrain.registry.client.model.ModelRegistryClient;
import io.drivetrain.registry.client.model.ModelVersion;
import io.drivetrain.registry.client.model.RegisteredModel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Pointers of registered models: cached, or straight from the registry. */
final class ModelPointers {
  private final ModelRegistryClient registry;
  private final SharedCache cache;
  private final SingleFlight<Flight, Optional<ModelPointer>> flights = new SingleFlight<>();

  /** A read that began before an invalidation is not joined after it. */
  private record Flight(String name, long epoch) {}

  ModelPointers(ModelRegistryClient registry, SharedCache cache) {
    this.registry = registry;
    this.cache = cache;
  }

  Optional<ModelPointer> cached(String name) {
    return flights.join(
        new Flight(name, cache.epoch()), () -> cache.pointer(name, () -> fromRegistry(name)));
  }

  Optional<ModelPointer> fromRegistry(String name) {
    return registry.registeredModelOnWire(name).map(this::withAliased);
  }

  void forget(String name) {
    cache.forget(name);
  }

  private ModelPointer withAliased(JsonNode wire) {
    RegisteredModel model = ModelReader.registeredModel(wire);
    Collection<String> missing = new TreeSet<>(model.aliases().values());
    missing.removeAll(
        model.latestVersions().stream().map(ModelVersion::version).collect(Collectors.toSet()));
    List<JsonNode> aliased = new ArrayList<>();
    for (String version : missing) {
      registry.versionOnWire(model.name(), version).ifPresent(aliased::add);
    }
    return ModelPointer.of(wire, aliased);
  }
}
