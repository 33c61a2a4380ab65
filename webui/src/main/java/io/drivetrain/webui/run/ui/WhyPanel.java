package io.drivetrain.webui.run.ui;

import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.RouterLink;
import io.drivetrain.webui.client.Why;
import io.drivetrain.webui.component.KeyedList;
import io.drivetrain.webui.component.StateColor;
import io.drivetrain.webui.component.TimeFormat;
import io.drivetrain.webui.run.ObservedRun;
import java.util.List;
import java.util.UUID;

/** Says what a run is doing, or why it is not running. Hidden when it has ended. */
class WhyPanel extends Section {
  private final H2 title = new H2();
  private final UnorderedList list = new UnorderedList();
  private final KeyedList<Why.Reason, Item> reasons =
      new KeyedList<>(list, WhyPanel::key, Item::new);

  WhyPanel() {
    setId("why");
    addClassName("why");
    add(title, list);
  }

  void show(ObservedRun observed, TimeFormat times) {
    boolean hasEnded = observed.run().state().isTerminal();
    List<Why.Reason> said = observed.why().reasons().stream().filter(WhyPanel::isNews).toList();
    setVisible(!hasEnded && !said.isEmpty());
    if (hasEnded) {
      return;
    }
    getElement().setAttribute("data-tone", StateColor.of(observed.run().state()).key());
    title.setText(getTranslation("why.title." + observed.run().state()));
    reasons.show(said, (item, reason) -> item.show(reason, times));
  }

  /** What a person is asked stands above, with the buttons that answer it. */
  private static boolean isNews(Why.Reason reason) {
    return reason.code() != Why.Code.WAITING_APPROVAL;
  }

  private static Object key(Why.Reason reason) {
    return reason.step().orElse("");
  }

  private static final class Item extends ListItem {
    private final Span kind = new Span();
    private final Span text = new Span();
    private final RouterLink blocker = new RouterLink();

    Item(Why.Reason reason) {
      text.addClassName("quiet");
      kind.addClassName("kind");
      reason.step().ifPresent(step -> add(new Code(step)));
      add(kind, text, blocker);
      reason.blockedBy().ifPresent(this::link);
      blocker.setVisible(reason.blockedBy().isPresent());
    }

    void show(Why.Reason reason, TimeFormat times) {
      String code = getTranslation("why." + reason.code());
      kind.setText(
          reason
              .until()
              .map(until -> getTranslation("why.until", code, times.until(until)))
              .orElse(code));
      text.setText(reason.message());
    }

    private void link(UUID run) {
      blocker.setText(getTranslation("why.blocker"));
      blocker.setRoute(RunView.class, run.toString());
    }
  }
}
