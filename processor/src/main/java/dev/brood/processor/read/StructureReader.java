package dev.brood.processor.read;

import dev.brood.processor.diagnostic.Origins;
import dev.brood.processor.model.NamedType;
import dev.brood.processor.model.Origin;
import dev.brood.processor.model.Shapes.Component;
import dev.brood.processor.model.Shapes.Structure;
import dev.brood.processor.model.WireType;
import dev.brood.processor.model.WireType.RecordType;
import dev.brood.processor.model.WireType.Untravellable;
import dev.brood.processor.read.CodecReader.Site;
import dev.brood.processor.read.CreatorReader.Creator;
import dev.brood.processor.read.TypeReader.Scope;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import javax.lang.model.element.Element;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** Reads what records, and classes that are like them, are made of. */
final class StructureReader {
  private final NameReader names;
  private final Origins origins;
  private final CodecReader codecs;
  private final TypeReader reader;
  private final Predicate<TypeElement> beingCompiled;
  private final Map<RecordType, Structure> records = new HashMap<>();

  StructureReader(
      NameReader names,
      Origins origins,
      CodecReader codecs,
      TypeReader reader,
      Predicate<TypeElement> beingCompiled) {
    this.names = names;
    this.origins = origins;
    this.codecs = codecs;
    this.reader = reader;
    this.beingCompiled = beingCompiled;
  }

  /** Everything that has been read. */
  Map<RecordType, Structure> all() {
    return records;
  }

  /** Reads a record. */
  WireType ofRecord(TypeElement element, List<WireType> arguments) {
    RecordType type = new RecordType(names.named(element), arguments);
    if (TypeReader.isEndless(type)) {
      return TypeReader.endless(type.type());
    }
    if (!records.containsKey(type)) {
      records.put(type, Structure.UNKNOWN); // a record may contain itself
      Map<String, WireType> variables = variables(element.getTypeParameters(), arguments);
      List<Component> components = new ArrayList<>();
      for (RecordComponentElement component : element.getRecordComponents()) {
        String name = component.getSimpleName().toString();
        TypeMirror mirror = component.getAccessor().getReturnType();
        Optional<Origin> origin = arguments.isEmpty() ? origin(component) : Optional.empty();
        WireType read = part(mirror, variables, component, element);
        components.add(new Component(name, read, name + "()", origin));
      }
      records.put(type, new Structure(components, Optional.empty()));
    }
    return type;
  }

  /** Reads a class that says how it is made. */
  WireType created(TypeElement element, List<WireType> arguments, String text, Creator creator) {
    if (creator.obstacle().isPresent()) {
      return new Untravellable(text, creator.obstacle().get(), creator.detail());
    }
    NamedType named = names.named(element);
    RecordType type =
        new RecordType(
            new NamedType(
                named.id(), named.access(), named.deprecation().or(creator.deprecation())),
            arguments);
    if (TypeReader.isEndless(type)) {
      return TypeReader.endless(type.type());
    }
    if (!records.containsKey(type)) {
      records.put(type, Structure.UNKNOWN);
      Map<String, WireType> variables = variables(creator.variables(element), arguments);
      List<Component> components = new ArrayList<>();
      List<? extends VariableElement> parameters = creator.method().getParameters();
      for (int i = 0; i < parameters.size(); i++) {
        VariableElement parameter = parameters.get(i);
        boolean toBlame = arguments.isEmpty() && beingCompiled.test(element);
        components.add(
            new Component(
                parameter.getSimpleName().toString(),
                part(parameter.asType(), variables, parameter, element),
                creator.accessors().get(i),
                toBlame ? Optional.of(origins.add(parameter)) : Optional.empty()));
      }
      records.put(type, new Structure(components, creator.factory()));
    }
    return type;
  }

  /** A part of a structure, which may name codecs for itself. */
  private WireType part(
      TypeMirror mirror, Map<String, WireType> variables, Element part, TypeElement owner) {
    Element origin = place(part, owner);
    Site site = codecs.site(part, origin);
    WireType read = reader.visit(mirror, new Scope(variables, site));
    if (variables.isEmpty()) {
      codecs.close(site, origin);
    }
    return read;
  }

  private static Map<String, WireType> variables(
      List<? extends Element> variables, List<WireType> arguments) {
    Map<String, WireType> bound = new HashMap<>();
    for (int i = 0; i < arguments.size(); i++) {
      bound.put(variables.get(i).getSimpleName().toString(), arguments.get(i));
    }
    return bound;
  }

  private Optional<Origin> origin(RecordComponentElement component) {
    TypeElement owner = (TypeElement) NameReader.around(component);
    return beingCompiled.test(owner)
        ? Optional.of(origins.add(place(component, owner)))
        : Optional.empty();
  }

  /** A component's field stands where the component does, and every compiler can point at it. */
  private static Element place(Element part, TypeElement owner) {
    return part instanceof RecordComponentElement
        ? ElementFilter.fieldsIn(owner.getEnclosedElements()).stream()
            .filter(field -> field.getSimpleName().equals(part.getSimpleName()))
            .map(field -> (Element) field)
            .findFirst()
            .orElse(part)
        : part;
  }
}
