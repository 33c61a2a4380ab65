package io.drivetrain.webui.shell;

import com.vaadin.flow.component.ReconnectDialogConfiguration;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.SystemMessages;
import com.vaadin.flow.server.SystemMessagesInfo;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import io.drivetrain.webui.language.Language;
import io.drivetrain.webui.language.Translations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.servlet.http.HttpServletResponse;
import org.jsoup.nodes.Element;

/** Gives the first HTML of a page its language, its colours and its true status. */
@ApplicationScoped
class PageStart {
  /** The page has no user interface yet that could translate. */
  private static final Translations TEXTS = new Translations();

  void register(@Observes ServiceInitEvent start) {
    VaadinService service = start.getSource();
    start.addIndexHtmlRequestListener(PageStart::prepare);
    service.addUIInitListener(page -> speak(page.getUI()));
    service.addSessionInitListener(
        session -> session.getSession().setErrorHandler(new Incidents()));
    service.setSystemMessagesProvider(PageStart::messages);
  }

  private static void speak(UI page) {
    page.setLocale(language(VaadinRequest.getCurrent()).locale());
    ReconnectDialogConfiguration reconnecting = page.getReconnectDialogConfiguration();
    reconnecting.setDialogText(page.getTranslation("layout.reconnecting"));
    reconnecting.setDialogTextGaveUp(page.getTranslation("layout.disconnected"));
  }

  private static Language language(VaadinRequest request) {
    return Language.of(request.getCookies(), request.getHeader("Accept-Language"));
  }

  private static String text(String key, Language language) {
    return TEXTS.getTranslation(key, language.locale());
  }

  /** A page whose session has ended loads itself anew: its address has all that it showed. */
  private static SystemMessages messages(SystemMessagesInfo page) {
    // Not I18NProvider.translate: a browser without cookies is told before there is a current
    // service.
    I18NProvider texts = page.getService().getInstantiator().getI18NProvider();
    String caption = texts.getTranslation("failure.title", page.getLocale());
    String advice = texts.getTranslation("layout.reload", page.getLocale());
    CustomizedSystemMessages messages = new CustomizedSystemMessages();
    messages.setSessionExpiredNotificationEnabled(false);
    messages.setInternalErrorCaption(caption);
    messages.setInternalErrorMessage(advice);
    messages.setSyncErrorCaption(caption);
    messages.setSyncErrorMessage(advice);
    return messages;
  }

  private static void prepare(IndexHtmlResponse page) {
    VaadinRequest request = page.getVaadinRequest();
    Element html = page.getDocument().selectFirst("html");
    Language language = language(request);
    html.attr("lang", language.code());
    html.attr("data-slow", text("layout.slow", language));
    html.attr("data-reconnecting", text("layout.reconnecting", language));
    html.attr("data-lost", text("layout.disconnected", language));
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
