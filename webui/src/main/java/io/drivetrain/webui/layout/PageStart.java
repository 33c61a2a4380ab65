package io.drivetrain.webui.layout;

import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.UIInitEvent;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import io.drivetrain.webui.language.Language;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.servlet.http.HttpServletResponse;
import org.jsoup.nodes.Element;

/** Gives the first HTML of a page its language, its colours and its true status. */
@ApplicationScoped
class PageStart {

  void register(@Observes ServiceInitEvent service) {
    service.addIndexHtmlRequestListener(PageStart::prepare);
    service.getSource().addUIInitListener(PageStart::speak);
    service
        .getSource()
        .addSessionInitListener(session -> session.getSession().setErrorHandler(new Incidents()));
  }

  private static void speak(UIInitEvent start) {
    start.getUI().setLocale(Language.chosenIn(VaadinRequest.getCurrent().getCookies()).locale());
  }

  private static void prepare(IndexHtmlResponse page) {
    VaadinRequest request = page.getVaadinRequest();
    Element html = page.getDocument().selectFirst("html");
    html.attr("lang", Language.chosenIn(request.getCookies()).code());
    html.attr("style", "color-scheme: light dark");
    ColorScheme.chosenIn(request.getCookies())
        .ifPresent(scheme ->
            html.attr("style", "color-scheme: " + scheme.css()).attr("theme", scheme.css()));
    if (!isView(request)) {
      page.getVaadinResponse().setStatus(HttpServletResponse.SC_NOT_FOUND);
    }
  }

  /** Vaadin answers 200 for every address and finds out in the browser that there is no view. */
  private static boolean isView(VaadinRequest request) {
    String path = request.getPathInfo() == null ? "" : request.getPathInfo();
    Location location =
        new Location(path.startsWith("/") ? path.substring(1) : path, QueryParameters.empty());
    return request.getService().getRouter().resolveNavigationTarget(location).isPresent();
  }
}
