package io.drivetrain.webui.run.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.drivetrain.pipeline.api.run.RunWhy;
import io.drivetrain.pipeline.api.run.RunWhy.Reason;
import io.drivetrain.webui.component.Callout;
import io.drivetrain.webui.component.KeyedList;
import io.drivetrain.webui.component.PageLink;
import io.drivetrain.webui.component.StateColor;
import io.drivetrain.webui.component.TextKey;
import io.drivetrain.webui.component.TimeFormat;
import io.drivetrain.webui.language.Language;
import io.drivetrain.webui.run.ObservedRun;
import java.util.List;
import java.util.UUID;

/** Says what a run is doing, or why it is not running. Hidden when it has ended. */
class WhyPanel extends Callout {
  private final UnorderedList list = new UnorderedList();
  private final KeyedList<Reason, Item> reasons = new KeyedList<>(list, WhyPanel::key, Item::new);

  WhyPanel() {
    super("why");
    add(list);
  }

  void show(ObservedRun observed, TimeFormat times) {
    boolean hasEnded = observed.run().hasEnded();
    List<Reason> said = observed.why().reasons().stream().filter(WhyPanel::isNews).toList();
    setVisible(!hasEnded && !said.isEmpty());
    if (hasEnded) {
      reasons.show(List.of(), (_, _) -> {});
      return;
    }
    show(
        getTranslation(TextKey.of("why.title", observed.run().state())),
        StateColor.of(observed.run().state()));
    reasons.show(said, (item, reason) -> item.show(reason, times));
  }

  /** What waits for approval stands above, with the buttons that answer it. */
  private static boolean isNews(Reason reason) {
    return reason.code() != RunWhy.Code.WAITING_APPROVAL;
  }

  private static Object key(Reason reason) {
    return reason.step().orElse("");
  }

  private static final class Item extends ListItem {
    private final Span kind = new Span();
    private final Span text = new Span();
    private final Anchor blocker = new Anchor();

    Item(Reason reason) {
      text.addClassName("quiet");
      kind.addClassName("kind");
      reason.step().ifPresent(step -> add(new Code(step)));
      add(kind, text, blocker);
      reason.blockedBy().ifPresent(this::link);
      blocker.setVisible(reason.blockedBy().isPresent());
    }

    void show(Reason reason, TimeFormat times) {
      String code = getTranslation(TextKey.of("why", reason.code()));
      kind.setText(
          reason
              .until()
              .map(until -> getTranslation("why.until", code, times.until(until)))
              .orElse(code));
      boolean speaksServicesLanguage = Language.of(getLocale()) == Language.ENGLISH;
      text.setText(speaksServicesLanguage ? reason.message() : "");
    }

    private void link(UUID run) {
      blocker.setText(getTranslation("why.blocker"));
      blocker.setHref(PageLink.run(run));
    }
  }
}
