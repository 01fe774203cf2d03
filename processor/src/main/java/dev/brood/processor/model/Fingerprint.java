package dev.brood.processor.model;

import dev.brood.processor.model.WireType.EnumType;
import dev.brood.processor.model.WireType.RecordType;
import dev.brood.processor.model.WireType.SealedType;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A number that tells whether two compilations of a class understand each other: it covers every
 * method with its types, the constructors of a service, and what each record, enum and sealed type
 * consists of that they reach. It does not depend on the order of methods and constants in the
 * source, nor on the compiler.
 */
public final class Fingerprint {
  /** Changes when generated code writes the same types in another way. */
  private static final String ENCODING = "encoding 2";

  private Fingerprint() {}

  /** The first 64 bits of the SHA-256 of the class's {@linkplain #text text}. */
  public static long of(ParallelClass parallelClass) {
    return digest(text(parallelClass));
  }

  /**
   * A number that tells whether two types that methods of any classes reach are written in the same
   * way and mean the same: never 0. It covers the type and all that it is made of.
   */
  public static long of(WireType type, ParallelClass parallelClass) {
    StringBuilder text = new StringBuilder(ENCODING).append('\n');
    text.append(Signatures.wire(type)).append('\n');
    parallelClass
        .reached(Stream.of(type))
        .forEach(part -> text.append(contents(part, parallelClass.shapes())));
    long digest = digest(text.toString());
    return digest == 0 ? 1 : digest;
  }

  private static long digest(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] hash = digest.digest(text.getBytes(StandardCharsets.UTF_8));
      return ByteBuffer.wrap(hash).getLong();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /**
   * A line for the encoding, for each constructor and method, and for each record, enum and sealed
   * type.
   */
  static String text(ParallelClass parallelClass) {
    StringBuilder text = new StringBuilder(ENCODING).append('\n');
    parallelClass
        .service()
        .ifPresent(
            service ->
                service
                    .constructorTable()
                    .forEach(
                        constructor ->
                            text.append("new ")
                                .append(service.implementation().id().qualifiedName())
                                .append(' ')
                                .append(Signatures.wire(constructor))
                                .append('\n')));
    for (ParallelMethod method : parallelClass.table()) {
      text.append(place(method))
          .append(method.result().map(Signatures::wire).orElse("void"))
          .append(' ')
          .append(parallelClass.type().id().qualifiedName())
          .append('.')
          .append(Signatures.wire(method))
          .append('\n');
    }
    parallelClass.reached().forEach(type -> text.append(contents(type, parallelClass.shapes())));
    return text.toString();
  }

  /** A line that tells what a type consists of; empty if its name tells that. */
  private static String contents(WireType type, Shapes shapes) {
    String name = Signatures.wire(type);
    if (type instanceof RecordType structure) {
      return shapes.components(structure).stream()
          .map(component -> Signatures.wire(component.type()) + " " + component.name())
          .collect(Collectors.joining(",", name + "(", ")\n"));
    }
    if (type instanceof EnumType enumeration) {
      return shapes.constants(enumeration).stream()
          .collect(Collectors.joining(",", name + "{", "}\n"));
    }
    return type instanceof SealedType sealed
        ? shapes.leaves(sealed).stream()
            .map(Signatures::wire)
            .collect(Collectors.joining("|", name + "=", "\n"))
        : "";
  }

  private static String place(ParallelMethod method) {
    return switch (method.place()) {
      case VALUE -> "value ";
      case SERVICE -> "service ";
      default -> "";
    };
  }
}
