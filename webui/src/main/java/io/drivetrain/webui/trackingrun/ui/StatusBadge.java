package io.drivetrain.webui.trackingrun.ui;

import com.vaadin.flow.component.badge.Badge;
import io.drivetrain.webui.component.StateColor;
import io.drivetrain.webui.trackingrun.TrackingRun.Status;

/** The state of a tracking run in its words and its colour. */
class StatusBadge extends Badge {

  final void show(Status status) {
    setText(getTranslation("trackingStatus." + status));
    getElement().setAttribute("data-color", color(status).key());
  }

  private static StateColor color(Status status) {
    return switch (status) {
      case RUNNING -> StateColor.ACTIVE;
      case SCHEDULED -> StateColor.WAITING;
      case FINISHED -> StateColor.GOOD;
      case FAILED -> StateColor.BAD;
      case KILLED -> StateColor.STOPPED;
    };
  }
}
