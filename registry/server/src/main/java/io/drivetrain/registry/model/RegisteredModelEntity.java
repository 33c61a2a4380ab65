package io.drivetrain.registry.model;

import io.drivetrain.registry.protocol.Tag;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.hibernate.annotations.BatchSize;

@Entity
@Table(name = "registered_model")
class RegisteredModelEntity {
  /** Names the alias that goes together with the stage Production. */
  static final String PRODUCTION_ALIAS_TAG = "drivetrain.production_alias";

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  Long id;

  String name;

  String description;

  int lastVersion;

  Instant createdAt;

  Instant updatedAt;

  @ElementCollection
  @CollectionTable(name = "registered_model_tag", joinColumns = @JoinColumn(name = "model"))
  @MapKeyColumn(name = "key")
  @Column(name = "value")
  @BatchSize(size = 1000)
  Map<String, String> tags = new HashMap<>();

  /** Version by alias. */
  @ElementCollection
  @CollectionTable(name = "registered_model_alias", joinColumns = @JoinColumn(name = "model"))
  @MapKeyColumn(name = "alias")
  @Column(name = "version")
  @BatchSize(size = 1000)
  Map<String, Integer> aliases = new HashMap<>();

  Optional<String> productionAlias() {
    return Optional.ofNullable(tags.get(PRODUCTION_ALIAS_TAG)).filter(alias -> !alias.isEmpty());
  }

  List<String> aliasesOf(int version) {
    return aliases.entrySet().stream()
        .filter(alias -> alias.getValue() == version)
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  RegisteredModel toWire(List<ModelVersion> latestVersions) {
    return new RegisteredModel(
        name,
        createdAt.toEpochMilli(),
        updatedAt.toEpochMilli(),
        description,
        latestVersions,
        Tag.listOf(tags),
        new TreeMap<>(aliases)
            .entrySet().stream()
                .map(a -> new RegisteredModel.Alias(a.getKey(), String.valueOf(a.getValue())))
                .toList());
  }
}
