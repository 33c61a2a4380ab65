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
import jakarta.enterprise.inject.Instance;
import jakarta.servlet.http.HttpServletResponse;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Element;

/** Gives the first HTML of a page its language, its colours and its true status. */
@ApplicationScoped
class PageStart {
  /** The page has no user interface yet that could translate. */
  private static final Translations TEXTS = new Translations();

  private final Instance<FirstPaint> paints;

  PageStart(Instance<FirstPaint> paints) {
    this.paints = paints;
  }

  void register(@Observes ServiceInitEvent start) {
    VaadinService service = start.getSource();
    start.addIndexHtmlRequestListener(this::prepare);
    service.addUIInitListener(page -> speak(page.getUI()));
    service.addUIInitListener(page -> ClosedPages.watch(page.getUI()));
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

  private void prepare(IndexHtmlResponse page) {
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
    Element body = page.getDocument().body();
    page.getDocument().select("link[href*=aura.css]").forEach(PageStart::applyWhenLoaded);
    paints.stream()
        .flatMap(paint -> paint.of(path(request), language).stream())
        .findFirst()
        .ifPresent(paint -> body.prependChild(untilThePageIsThere(paint)));
    body.prependChild(withoutScripts(language));
    if (!isView(request)) {
      page.getVaadinResponse().setStatus(HttpServletResponse.SC_NOT_FOUND);
    }
  }

  /** The theme is for what scripts draw: the first picture does not wait for it. */
  private static void applyWhenLoaded(Element theme) {
    theme.attr("media", "print").attr("onload", "this.media = 'all'");
  }

  /** Beside the outlet, which Vaadin empties long before it has something to show there. */
  private static Element untilThePageIsThere(Element paint) {
    Element first = new Element("div").attr("id", "first-paint");
    first.appendChild(paint);
    first
        .appendElement("script")
        .appendChild(
            new DataNode(
                """
                new MutationObserver((_, all) => {
                  if (document.querySelector('vaadin-app-layout #content > *')) {
                    document.getElementById('first-paint').remove();
                    all.disconnect();
                  }
                }).observe(document.body, {childList: true, subtree: true});\
                """));
    return first;
  }

  private static Element withoutScripts(Language language) {
    Element noscript = new Element("noscript");
    Element text = noscript.appendElement("p").addClass("notice");
    text.text(text("layout.noScripts", language) + " ");
    text.appendElement("a").attr("href", "docs/").text(text("layout.noScripts.api", language));
    return noscript;
  }

  private static String path(VaadinRequest request) {
    String path = request.getPathInfo() == null ? "" : request.getPathInfo();
    return path.startsWith("/") ? path.substring(1) : path;
  }

  /** Vaadin answers 200 for every address and finds out in the browser that there is no view. */
  private static boolean isView(VaadinRequest request) {
    Location location = new Location(path(request), QueryParameters.empty());
    return request.getService().getRouter().resolveNavigationTarget(location).isPresent();
  }
}
