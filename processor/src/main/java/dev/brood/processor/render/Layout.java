package dev.brood.processor.render;

import com.palantir.javapoet.ClassName;
import dev.brood.processor.model.NamedType;
import dev.brood.processor.model.ParallelClass;
import dev.brood.processor.model.ParallelMethod;
import dev.brood.processor.model.Service;
import dev.brood.processor.model.ThrownType;
import dev.brood.processor.model.WireType;
import dev.brood.processor.model.WireType.ArrayType;
import dev.brood.processor.model.WireType.CodedType;
import dev.brood.processor.model.WireType.EnumType;
import dev.brood.processor.model.WireType.ForeignType;
import dev.brood.processor.model.WireType.RecordType;
import dev.brood.processor.model.WireType.SealedType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The names of everything in a generated file, chosen so that none hides a type that the file
 * mentions.
 */
final class Layout {
  final ParallelClass parallelClass;

  /** The annotated class. */
  final ClassName source;

  /** The generated type; the others are nested in it. */
  final ClassName type;

  /** The class of a service's object. */
  final ClassName implementation;

  /** The nested type that stands for a service's object. */
  final ClassName instance;

  final ClassName async;
  final ClassName blocking;
  final ClassName asyncProxy;
  final ClassName blockingProxy;
  final ClassName worker;
  final ClassName codecs;
  final CodecNames codecNames;
  private final Map<ParallelMethod, ClassName> calls = new HashMap<>();
  private final Set<String> mentioned;

  Layout(ParallelClass parallelClass) {
    this.parallelClass = parallelClass;
    this.source = TypeNames.of(parallelClass.type().id());
    this.type = TypeNames.of(parallelClass.type().id().generated());
    this.implementation =
        parallelClass.service().map(s -> TypeNames.of(s.implementation().id())).orElse(source);
    this.mentioned = mentioned(parallelClass);

    UniqueNames free = UniqueNames.ofTypes();
    free.reserve(Names.RESERVED);
    free.reserve(List.of(type.simpleName()));
    if (type.packageName().isEmpty()) {
      // A hidden type of the unnamed package has no longer name by which it could be mentioned.
      free.reserve(mentioned);
    }
    this.async = type.nestedClass(free.next("Async"));
    this.blocking = type.nestedClass(free.next("Blocking"));
    this.instance = type.nestedClass(free.next("Instance"));
    free.reserve(mentioned);
    this.asyncProxy = type.nestedClass(free.next("AsyncProxy"));
    this.blockingProxy = type.nestedClass(free.next("BlockingProxy"));
    this.worker = type.nestedClass(free.next("Worker"));
    this.codecs = type.nestedClass(free.next("Codecs"));
    for (ParallelMethod method : parallelClass.table()) {
      String name = CodecNames.capitalized(method.name()) + "Call";
      calls.put(method, type.nestedClass(free.next(name)));
    }
    this.codecNames = new CodecNames(parallelClass.reached(), locals());
  }

  /** The class of a method's calls. */
  ClassName call(ParallelMethod method) {
    return Objects.requireNonNull(calls.get(method));
  }

  /**
   * Names for variables and fields. None of them hides a type, where one is mentioned in an
   * expression.
   *
   * @param own names that the generated code has for itself
   */
  UniqueNames locals(String... own) {
    UniqueNames names = UniqueNames.ofMembers();
    names.reserve(Names.RESERVED);
    names.reserve(mentioned);
    names.reserve(Stream.of(worker, codecs).map(ClassName::simpleName).toList());
    names.reserve(List.of(type.simpleName()));
    names.reserve(List.of(own));
    return names;
  }

  /** Every record, enum, exception and class that the file mentions. */
  static Stream<NamedType> namedTypes(ParallelClass parallelClass) {
    return Stream.of(
            Stream.of(parallelClass.type()),
            parallelClass.reached().stream().flatMap(Layout::named),
            parallelClass.service().stream().flatMap(Service::mentioned),
            parallelClass.methods().stream().flatMap(method -> method.generics().mentioned()),
            parallelClass.reached().stream().flatMap(Layout::codec),
            parallelClass.methods().stream()
                .flatMap(method -> method.thrown().stream())
                .map(ThrownType::type))
        .flatMap(types -> types);
  }

  /** The type of the program behind a wire type; several where type arguments are but names. */
  static Stream<NamedType> named(WireType type) {
    if (type instanceof RecordType structure) {
      return Stream.of(structure.type());
    }
    if (type instanceof SealedType sealed) {
      return Stream.of(sealed.type());
    }
    if (type instanceof CodedType coded) {
      return named(coded.target());
    }
    if (type instanceof ForeignType foreign) {
      return Stream.concat(
          Stream.of(foreign.type()), foreign.arguments().stream().flatMap(Layout::named));
    }
    if (type instanceof ArrayType array) {
      return array.component() instanceof ForeignType ? named(array.component()) : Stream.empty();
    }
    return type instanceof EnumType enumeration ? Stream.of(enumeration.type()) : Stream.empty();
  }

  private static Stream<NamedType> codec(WireType type) {
    return type instanceof CodedType coded ? Stream.of(coded.codec()) : Stream.empty();
  }

  /** How the names of those types begin, in both ways of writing them. */
  private static Set<String> mentioned(ParallelClass parallelClass) {
    Set<String> names = new TreeSet<>();
    namedTypes(parallelClass)
        .map(NamedType::id)
        .forEach(
            id -> {
              names.add(id.simpleNames().get(0));
              names.add(id.packageName().split("\\.", 2)[0]);
            });
    return names;
  }
}
