package io.drivetrain.registry.protocol;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.List;

/** Which lifecycle stages a search sees. */
public enum ViewType {
  ACTIVE_ONLY,
  DELETED_ONLY,
  ALL;

  /** By name or by protobuf number (1 to 3); a stranger counts as not given, as in MLflow. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static ViewType read(Object nameOrNumber) {
    return WireEnum.read(ViewType.class, nameOrNumber).orElse(null);
  }

  public static ViewType of(String nameOrNumber) {
    return WireEnum.read(ViewType.class, nameOrNumber).orElse(ACTIVE_ONLY);
  }

  public List<String> lifecycleStages() {
    return switch (this) {
      case ACTIVE_ONLY -> List.of(LifecycleStage.ACTIVE.wireName());
      case DELETED_ONLY -> List.of(LifecycleStage.DELETED.wireName());
      case ALL -> List.of(LifecycleStage.ACTIVE.wireName(), LifecycleStage.DELETED.wireName());
    };
  }
}
