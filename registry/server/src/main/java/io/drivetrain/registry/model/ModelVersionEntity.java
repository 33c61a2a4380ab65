package io.drivetrain.registry.model;

import io.drivetrain.registry.audit.Subject.OfVersion;
import io.drivetrain.registry.protocol.Tag;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.annotations.BatchSize;

@Entity
@Table(name = "model_version")
class ModelVersionEntity {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  Long id;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "model")
  RegisteredModelEntity model;

  int version;

  @Enumerated(EnumType.STRING)
  Stage stage;

  String description;

  String source;

  String storageLocation;

  String runId;

  String runLink;

  Instant deletedAt;

  Instant createdAt;

  Instant updatedAt;

  @ElementCollection
  @CollectionTable(name = "model_version_tag", joinColumns = @JoinColumn(name = "model_version"))
  @MapKeyColumn(name = "key")
  @Column(name = "value")
  @BatchSize(size = 1000)
  Map<String, String> tags = new HashMap<>();

  void moveTo(Stage next, Instant at) {
    stage = next;
    updatedAt = at;
  }

  OfVersion subject() {
    return new OfVersion(model.name, version);
  }

  /** Among the latest versions of a model, which has the aliases itself. */
  ModelVersion toWire() {
    return toWire(List.of());
  }

  ModelVersion toWireWithAliases() {
    return toWire(model.aliasesOf(version));
  }

  private ModelVersion toWire(List<String> aliases) {
    return new ModelVersion(
        model.name,
        String.valueOf(version),
        createdAt.toEpochMilli(),
        updatedAt.toEpochMilli(),
        stage,
        description,
        source,
        runId,
        "READY",
        Tag.listOf(tags),
        runLink,
        aliases);
  }
}
