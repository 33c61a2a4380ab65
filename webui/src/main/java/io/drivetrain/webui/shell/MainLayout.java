package io.drivetrain.webui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.router.Layout;
import io.drivetrain.webui.language.Language;
import jakarta.enterprise.inject.Instance;
import java.util.Comparator;

/** The frame of every view: navigation at the side, language and colours above. */
@Layout
@JsModule("context://js/preferences.js")
class MainLayout extends AppLayout {
  private final Main content = new Main();

  MainLayout(Instance<NavigationEntry> entries) {
    setPrimarySection(Section.DRAWER);
    content.setId("content");
    content.getElement().setAttribute("tabindex", "-1");
    setContent(content);
    addToDrawer(product(), navigation(entries));
    addToNavbar(skipLink(), toggle(), tools());
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

  private Component toggle() {
    DrawerToggle toggle = new DrawerToggle();
    toggle.setAriaLabel(getTranslation("layout.menu"));
    return toggle;
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
    SideNav nav = new SideNav();
    nav.getElement().setAttribute("aria-label", getTranslation("layout.navigation"));
    entries.stream()
        .sorted(Comparator.comparingInt(NavigationEntry::order))
        .map(this::item)
        .forEach(nav::addItem);
    return nav;
  }

  private SideNavItem item(NavigationEntry entry) {
    SideNavItem item =
        new SideNavItem(getTranslation(entry.textKey()), entry.view(), entry.icon().create());
    item.setPathAliases(entry.pathAliases());
    item.setMatchNested(!entry.pathAliases().isEmpty());
    return item;
  }

  private Component tools() {
    Anchor api = new Anchor("docs/", getTranslation("layout.api"), AnchorTarget.BLANK);
    api.setRouterIgnore(true);
    Div tools = new Div(api, new LanguageButton(Language.of(getLocale())), new ColorSchemeButton());
    tools.addClassName("frame-tools");
    return tools;
  }
}
