package io.drivetrain.webui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.router.RouterLayout;
import com.vaadin.flow.router.RouterLink;
import io.drivetrain.webui.language.Language;
import jakarta.enterprise.inject.Instance;
import java.util.Comparator;

/** The frame of every view: product, navigation, language and colours above, the view below. */
@Layout
@JsModule("context://js/preferences.js")
class MainLayout extends Div implements RouterLayout {
  private final Main content = new Main();

  MainLayout(Instance<NavigationEntry> entries) {
    addClassName("frame");
    content.setId("content");
    content.getElement().setAttribute("tabindex", "-1");
    add(skipLink(), header(entries), content);
  }

  @Override
  public void showRouterLayoutContent(HasElement view) {
    content.getElement().appendChild(view.getElement());
  }

  @Override
  public void removeRouterLayoutContent(HasElement view) {
    view.getElement().removeFromParent();
  }

  /** By script: a jump within the page would take the query out of the address. */
  private Component skipLink() {
    Anchor skip = new Anchor("#content", getTranslation("layout.skip"));
    skip.addClassName("skip-link");
    skip.setRouterIgnore(true);
    skip.getElement()
        .executeJs(
            """
            this.onclick = (click) => {
              click.preventDefault();
              document.getElementById('content').focus();
            }\
            """);
    return skip;
  }

  private Component header(Instance<NavigationEntry> entries) {
    Div bar = new Div(product(), navigation(entries), tools());
    bar.addClassName("frame-bar");
    Header header = new Header(bar);
    header.addClassName("frame-header");
    return header;
  }

  private Component product() {
    Image mark = new Image("icons/drivetrain.svg", "");
    mark.setWidth("28px");
    mark.setHeight("28px");
    Anchor product = new Anchor("", mark, new Span("Drivetrain"));
    product.addClassName("product");
    return product;
  }

  private Component navigation(Instance<NavigationEntry> entries) {
    Nav nav = new Nav();
    nav.addClassName("frame-nav");
    nav.getElement().setAttribute("aria-label", getTranslation("layout.navigation"));
    entries.stream()
        .sorted(Comparator.comparingInt(NavigationEntry::order))
        .map(entry -> new RouterLink(getTranslation(entry.textKey()), entry.view()))
        .forEach(nav::add);
    return nav;
  }

  private Component tools() {
    Anchor api = new Anchor("docs/", getTranslation("layout.api"), AnchorTarget.BLANK);
    api.setRouterIgnore(true);
    api.addClassName("api-link");
    Div tools = new Div(api, new LanguageButton(Language.of(getLocale())), new ColorSchemeButton());
    tools.addClassName("frame-tools");
    return tools;
  }
}
