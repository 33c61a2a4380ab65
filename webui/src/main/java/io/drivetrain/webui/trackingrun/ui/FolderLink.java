package io.drivetrain.webui.trackingrun.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;

/** Saves a folder of a run as a ZIP archive. */
class FolderLink extends Div {

  FolderLink(String address, String folder) {
    Div name = new Div(folder + "/");
    name.addClassName("artifact-path");
    Anchor zip = new Anchor(address, getTranslation("trackingRun.folderZip"));
    zip.setRouterIgnore(true);
    zip.getElement().setAttribute("download", true);
    addClassName("line");
    add(name, zip);
  }
}
