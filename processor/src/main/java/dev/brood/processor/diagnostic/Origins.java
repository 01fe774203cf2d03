package dev.brood.processor.diagnostic;

import dev.brood.processor.model.Origin;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;

/** The elements behind {@link Origin}s. Good for one round: elements must not outlive it. */
public final class Origins {
  private final List<Element> elements = new ArrayList<>();

  /** Remembers an element. */
  public Origin add(Element element) {
    elements.add(element);
    return new Origin(elements.size() - 1);
  }

  Element element(Origin origin) {
    return elements.get(origin.id());
  }
}
