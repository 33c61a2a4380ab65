package io.drivetrain.webui.model.ui;

import com.vaadin.flow.component.badge.Badge;
import io.drivetrain.webui.component.StateColor;
import io.drivetrain.webui.model.VersionStage;

/** A stage in its words and its colour. */
class StageBadge extends Badge {

  StageBadge(VersionStage stage) {
    setText(getTranslation(stage.textKey()));
    getElement().setAttribute("data-color", color(stage).key());
  }

  private static StateColor color(VersionStage stage) {
    return switch (stage) {
      case PRODUCTION -> StateColor.GOOD;
      case STAGING -> StateColor.ACTIVE;
      case ARCHIVED -> StateColor.STOPPED;
      case NONE -> StateColor.WAITING;
    };
  }
}
