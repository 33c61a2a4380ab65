package io.drivetrain.registry.loggedmodel;

import io.drivetrain.registry.protocol.Tag;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
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
import org.hibernate.annotations.BatchSize;

@Entity
@Table(name = "logged_model")
class LoggedModelEntity {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  Long id;

  /** {@code m-} and 32 hexadecimal digits. */
  String modelId;

  Long experiment;

  String name;

  String modelType;

  String sourceRunId;

  String artifactUri;

  @Enumerated(EnumType.STRING)
  LoggedModelStatus status;

  Instant deletedAt;

  Instant createdAt;

  Instant updatedAt;

  @ElementCollection
  @CollectionTable(name = "logged_model_param", joinColumns = @JoinColumn(name = "model"))
  @MapKeyColumn(name = "key")
  @Column(name = "value")
  @BatchSize(size = 1000)
  Map<String, String> params = new HashMap<>();

  @ElementCollection
  @CollectionTable(name = "logged_model_tag", joinColumns = @JoinColumn(name = "model"))
  @MapKeyColumn(name = "key")
  @Column(name = "value")
  @BatchSize(size = 1000)
  Map<String, String> tags = new HashMap<>();

  LoggedModel toWire(List<LoggedModelMetric> metrics) {
    return new LoggedModel(
        new LoggedModel.Info(
            modelId,
            String.valueOf(experiment),
            name,
            createdAt.toEpochMilli(),
            updatedAt.toEpochMilli(),
            artifactUri,
            status,
            modelType,
            sourceRunId,
            Tag.listOf(tags)),
        new LoggedModel.Data(Tag.listOf(params), metrics));
  }
}
