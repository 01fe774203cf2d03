package dev.brood.processor.diagnostic;

import dev.brood.processor.model.Origin;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/** The elements behind {@link Origin}s. Good for one round: elements must not outlive it. */
public final class Origins {
  private final List<Place> places = new ArrayList<>();

  /** Remembers an element. */
  public Origin add(Element element) {
    return add(new Place(element, null, null));
  }

  /** Remembers a value in an annotation of an element. */
  public Origin add(Element element, AnnotationMirror annotation, AnnotationValue value) {
    return add(new Place(element, annotation, value));
  }

  private Origin add(Place place) {
    places.add(place);
    return new Origin(places.size() - 1);
  }

  Place place(Origin origin) {
    return places.get(origin.id());
  }

  record Place(
      Element element, @Nullable AnnotationMirror annotation, @Nullable AnnotationValue value) {}
}
