package dev.brood.processor.render;

import com.palantir.javapoet.ClassName;
import java.util.List;

/** The types of the runtime, and a few of the JDK's, that generated code mentions. */
final class Names {
  static final String PROCESSOR = "dev.brood.processor.ParallelProcessor";

  static final ClassName CALL = ClassName.get("dev.brood", "Call");
  static final ClassName CALL_OPTIONS = ClassName.get("dev.brood", "CallOptions");
  static final ClassName POOL = ClassName.get("dev.brood", "Pool");
  static final ClassName TASK = ClassName.get("dev.brood", "Task");
  static final ClassName WIRE_EXCEPTION = ClassName.get("dev.brood", "WireException");

  static final ClassName COLLECTION_CODECS = ClassName.get("dev.brood.wire", "CollectionCodecs");
  static final ClassName ENTRY_POINTS = ClassName.get("dev.brood.wire", "EntryPoints");
  static final ClassName ENUM_CODEC = ClassName.get("dev.brood.wire", "EnumCodec");
  static final ClassName INVOCATION = ClassName.get("dev.brood.wire", "Invocation");
  static final ClassName JDK_CODECS = ClassName.get("dev.brood.wire", "JdkCodecs");
  static final ClassName PROXIES = ClassName.get("dev.brood.wire", "Proxies");
  static final ClassName TIME_CODECS = ClassName.get("dev.brood.wire", "TimeCodecs");
  static final ClassName WIRE_CALL = ClassName.get("dev.brood.wire", "WireCall");
  static final ClassName WIRE_READER = ClassName.get("dev.brood.wire", "WireReader");
  static final ClassName WIRE_SERVICE = ClassName.get("dev.brood.wire", "WireService");
  static final ClassName WIRE_WRITER = ClassName.get("dev.brood.wire", "WireWriter");

  static final ClassName ENTRY_CLASS =
      ClassName.get("java.util", "AbstractMap", "SimpleImmutableEntry");
  static final ClassName MAP_ENTRY = ClassName.get("java.util", "Map", "Entry");
  static final ClassName OBJECTS = ClassName.get("java.util", "Objects");
  static final ClassName OPTIONAL = ClassName.get("java.util", "Optional");

  static final ClassName GENERATED = ClassName.get("javax.annotation.processing", "Generated");

  /** What a name in generated code must not hide: the above, and where their packages begin. */
  static final List<String> RESERVED =
      List.of(
          "dev",
          "java",
          "javax",
          "AbstractMap",
          "ArrayList",
          "Call",
          "CallOptions",
          "CollectionCodecs",
          "EntryPoints",
          "EnumCodec",
          "EnumSet",
          "Generated",
          "Invocation",
          "JdkCodecs",
          "LinkedHashMap",
          "LinkedHashSet",
          "List",
          "Map",
          "Objects",
          "Optional",
          "Pool",
          "Proxies",
          "Set",
          "String",
          "Task",
          "Throwable",
          "TimeCodecs",
          "Void",
          "WireCall",
          "WireException",
          "WireReader",
          "WireService",
          "WireWriter");

  private Names() {}

  /** A collection or map. */
  static ClassName container(String simpleName) {
    return ClassName.get("java.util", simpleName);
  }
}
