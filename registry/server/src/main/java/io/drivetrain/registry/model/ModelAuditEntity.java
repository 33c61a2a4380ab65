package io.drivetrain.registry.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** One line of the audit trail. Written once, never changed. */
@Entity
@Table(name = "model_audit")
class ModelAuditEntity {
  enum Action {
    MODEL_CREATED,
    MODEL_RENAMED,
    MODEL_DELETED,
    VERSION_CREATED,
    VERSION_DELETED,
    /** Before and after are stages of one version. */
    STAGE_MOVED,
    /** Before and after are {@code alias=version}, null for none. */
    ALIAS_MOVED
  }

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  Long id;

  Instant at;

  String who;

  String client;

  String model;

  Integer version;

  @Enumerated(EnumType.STRING)
  Action action;

  @Column(name = "before")
  String before;

  @Column(name = "after")
  String after;

  String reason;
}
