package io.drivetrain.webui.shell;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import io.drivetrain.access.problem.Incident;
import jakarta.servlet.http.HttpServletResponse;

/** What a view that could not be shown is replaced with: an id for the log, no internals. */
@ParentLayout(MainLayout.class)
class FailureView extends MessagePage implements HasErrorParameter<Exception>, HasDynamicTitle {

  @Override
  public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> error) {
    String id = Incident.log("a page failed", error.getException());
    say(getTranslation("failure.title"), getTranslation("failure.text", id));
    return HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
  }

  @Override
  public String getPageTitle() {
    return getTranslation("failure.title");
  }
}
