package io.drivetrain.registry.experiment;

import io.drivetrain.registry.protocol.LifecycleStage;
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
import java.util.Map;
import org.hibernate.annotations.BatchSize;

@Entity
@Table(name = "experiment")
class ExperimentEntity {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  Long id;

  String name;

  String artifactLocation;

  LifecycleStage lifecycleStage;

  Instant createdAt;

  Instant updatedAt;

  /** Null while it is active. */
  Instant deletedAt;

  @ElementCollection
  @CollectionTable(name = "experiment_tag", joinColumns = @JoinColumn(name = "experiment"))
  @MapKeyColumn(name = "key")
  @Column(name = "value")
  @BatchSize(size = 1000)
  Map<String, String> tags = new HashMap<>();

  Experiment toWire() {
    return new Experiment(
        String.valueOf(id),
        name,
        artifactLocation,
        lifecycleStage,
        updatedAt.toEpochMilli(),
        createdAt.toEpochMilli(),
        Tag.listOf(tags));
  }
}
