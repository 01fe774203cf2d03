package dev.brood.processor.diagnostic;

/**
 * Everything that the processor reports: errors, but for one. A code never changes its meaning and
 * is never given twice. Each message says what is wrong, and then what to do.
 */
public enum Diagnostic {
  // ---- 1xx: where the annotation stands ----

  /** Arguments: method, generated type. */
  PRIVATE_METHOD(101, "%s is private, so %s cannot call it. Make it package-private, or wider."),

  /** Arguments: method, class. */
  INSTANCE_METHOD(
      102,
      "%1$s is an instance method, and a worker has no instance to call it on. Make it static, and"
          + " pass what it needs as parameters; or let %2$s travel with the call, as records, enums,"
          + " sealed types and classes with a @WireCreator do; or put @Parallel on %2$s, and each"
          + " worker has an instance of its own."),

  /** Arguments: method. */
  ABSTRACT_METHOD(
      103,
      "%s has no body that a worker could run. Put @Parallel on a static method that has one."),

  /** Arguments: method, type variables. */
  GENERIC_METHOD(
      104,
      "%s has type variables (%s) that no bound fixes, and how a value travels is decided at compile"
          + " time. Give each a single bound that is a record, an enum, a final class or a sealed"
          + " type; or declare the method with concrete types, once for each that is needed."),

  /** Arguments: class, generated type. */
  PRIVATE_CLASS(
      105, "%s is private, so %s cannot reach the method. Make it package-private, or wider."),

  /** Arguments: class. */
  INNER_CLASS(
      106, "%s is an inner class, bound to an instance of the class around it. Make it static."),

  /** Arguments: method. */
  OBJECT_METHOD(
      107,
      "%s looks like a method of java.lang.Object, so the generated proxies cannot declare it."
          + " Rename it."),

  /** Arguments: generated type, class. */
  NAME_TAKEN(
      108,
      "%s, which has to be generated for %s, exists already. Rename the class, or the one that has"
          + " the name."),

  /** Arguments: generated type, classes. */
  NAME_SHARED(109, "%s would have to be generated for each of %s. Rename all but one of them."),

  /** Arguments: method with its receiver, generated type. */
  RECEIVER_CLASH(
      110,
      "%s would stand in %s twice: an instance method takes its receiver as first parameter there,"
          + " and a static method looks the same. Rename one of them."),

  /** Arguments: method, class. */
  GENERIC_RECEIVER(
      111,
      "%s is an instance method of the generic %s, whose type arguments nobody knows at compile"
          + " time. Make it static, with concrete types."),

  /** Arguments: class, kind. */
  SERVICE_KIND(
      112,
      "%s is %s, and cannot be a service: its values travel, and belong to no worker. Put @Parallel"
          + " on its methods instead."),

  /** Arguments: class. */
  SERVICE_GENERIC(
      113,
      "%s has type parameters, and how a value travels is decided at compile time. Extend it with"
          + " concrete type arguments, and put @Parallel there."),

  /** Arguments: class, kind. */
  NO_IMPLEMENTATION(
      114,
      "%s is %s, so a worker cannot create one. Name the class that it shall create:"
          + " @Parallel(implementation = ….class)."),

  /** Arguments: implementation, package. */
  IMPLEMENTATION_UNSUITABLE(
      115,
      "%s cannot be created in a worker. Name a class that is neither abstract nor generic nor"
          + " bound to an outer instance, and that generated code in %s can name."),

  /** Arguments: implementation, class. */
  IMPLEMENTATION_UNRELATED(
      116, "%1$s is no %2$s. Name a class that is, or let it extend or implement %2$s."),

  /** Arguments: class, package. */
  SERVICE_CONSTRUCTOR(
      117,
      "%s has no constructor that generated code in %s can call. Make one package-private, or wider;"
          + " public if the class stands in another package."),

  /** Arguments: class. */
  SERVICE_EMPTY(
      118,
      "%s has no method to call in a worker. Give it an instance method that is package-private or"
          + " public, or put @Parallel on its static methods instead."),

  /** Arguments: class. */
  SERVICE_SEALED(
      119,
      "%s is sealed, so no proxy can stand in for it. Make it non-sealed, or put @Parallel on the"
          + " class that implements it."),

  /** Arguments: method. */
  IMPLEMENTATION_MISPLACED(
      120,
      "%s: an implementation is for a type, whose methods run on it. Put it on the type, or leave it"
          + " out."),

  /** Arguments: method. */
  KOTLIN_SUSPEND(
      121,
      "%s is a suspending function, and a coroutine cannot go on in another process. Make it an"
          + " ordinary function; its caller may await the task of the asynchronous proxy."),

  /** Arguments: method, class. */
  KOTLIN_OBJECT(
      122,
      "%s is a function of the Kotlin object %s, which is another object in each process. Add"
          + " @JvmStatic to the function."),

  /** Arguments: class. */
  KOTLIN_SERVICE(
      123,
      "%s is a Kotlin object, which nobody can create. Make it a class, and each worker has an"
          + " instance of its own."),

  /** Arguments: method, type variables. */
  GENERIC_RESULT(
      124,
      "%s has type variables (%s) in its result for which another class may arrive than was sent:"
          + " their bound, or a class that it permits, travels by a codec or a @WireCreator and has"
          + " subclasses. Declare the bound itself in their place, or make that class final."),

  /** Arguments: method or class. */
  LOCAL_CLASS(
      125,
      "%s stands in a local or anonymous class, which generated code cannot name. Put it into a"
          + " class of its own, or into a static nested one."),

  // ---- 2xx: what travels. Arguments: path, type ----

  /** A class of the program that is being compiled. */
  PLAIN_CLASS(
      201,
      "%s: %s cannot travel: it is a class, and only its own code knows its state. Make it a"
          + " record, mark what makes it with @WireCreator, or write a codec and name it with"
          + " @WireCodec."),

  /** A class of a library or of the JDK. */
  LIBRARY_CLASS(
      202,
      "%s: %s cannot travel: no codec is known for this class. Pass its content, as a record, a"
          + " String, numbers or arrays; or write a codec, and name it with @WireCodec."),

  /** A class with an outer instance. */
  INNER_CLASS_VALUE(
      203,
      "%s: %s cannot travel: it is an inner class, which holds the instance around it. Make it a"
          + " record."),

  /** An interface that is no collection and not sealed. */
  INTERFACE(
      204,
      "%s: %s cannot travel: an interface does not tell what would arrive. Declare the record, enum"
          + " or collection that is meant, or make it sealed."),

  /** A functional interface. */
  FUNCTION(
      205,
      "%s: %s cannot travel: it is a function, and code is never sent. Pass the data that it works"
          + " on, and an enum where there is a choice."),

  /** A future or completion stage. */
  FUTURE(
      206,
      "%s: %s cannot travel: a future belongs to the process that waits for it. Pass or return the"
          + " value itself; the asynchronous proxy makes the future."),

  /** Object itself. */
  OBJECT(
      207,
      "%s: %s cannot travel: it may be anything. Declare the type that is meant; where there are"
          + " several, a method for each."),

  /** A type argument with a question mark. */
  WILDCARD(
      208,
      "%s: %s cannot travel: a wildcard does not tell what would arrive. Name the type, as in"
          + " List<Integer>."),

  /** A generic type without its arguments. */
  RAW(
      209,
      "%s: %s cannot travel: without its type arguments it does not tell what would arrive. Add"
          + " them, as in List<Integer>."),

  /** A stream or iterator. */
  STREAM(
      210,
      "%s: %s cannot travel: it can be read once, and where it was made. Pass a List or an array of"
          + " its elements."),

  /** Something to be closed. */
  RESOURCE(
      211,
      "%s: %s cannot travel: what is open belongs to the process that has opened it. Pass a path or"
          + " an address as a String, and open it in the method."),

  /** A thread, an executor or a lock. */
  THREAD(
      212,
      "%s: %s cannot travel: threads, executors and locks belong to one process. Leave it out, or"
          + " create it in the method."),

  /** A collection other than those that travel. Arguments: path, type, replacement. */
  COLLECTION(
      213,
      "%s: %s cannot travel: it does not tell a collection that could be built again. Declare %s,"
          + " and copy it where more is needed."),

  /** A generic record that contains ever larger versions of itself. */
  ENDLESS(
      214,
      "%s: %s cannot travel: the record contains itself with ever longer type arguments. Break the"
          + " chain with a concrete type."),

  /** Arguments: path, type, package. */
  INACCESSIBLE(
      215,
      "%s: %s cannot travel: generated code in %s cannot name it. Make it, and every type around"
          + " it, package-private or wider; public if it stands in another package."),

  /** An element or key of something sorted. */
  NOT_COMPARABLE(
      216,
      "%s: %s cannot travel in a sorted collection: it is not Comparable, and an order that is code"
          + " is never sent. Implement Comparable, or declare a Set, Map or List."),

  /** A permitted subclass that others may extend. */
  NON_SEALED(
      217,
      "%s: %s cannot travel: it is non-sealed, so anything might arrive. Make it final, a record or"
          + " an enum, or sealed itself; or write a codec, and name it with @WireCodec."),

  /** A permitted subclass whose type variables the sealed type does not fix. */
  OPEN_LEAF(
      218,
      "%s: %s cannot travel: its type variables do not follow from those of the sealed type. Give"
          + " them concrete types where it extends or implements that."),

  /** A pool, a call or its options. */
  CALLERS_OWN(
      219,
      "%s: %s cannot travel: where and how a call runs is its caller's business. Leave it out; the"
          + " generated proxies take it."),

  // ---- 23x: codecs of the program ----

  /** Arguments: codec. */
  CODEC_OPEN(
      231,
      "%s does not say for which type it is. Let it implement Codec with a class or interface whose"
          + " type arguments, if it has any, are concrete."),

  /** Arguments: codec, package. */
  CODEC_NOT_BUILDABLE(
      232,
      "%s cannot be instantiated. Make it a concrete class, static if it is nested, with a"
          + " constructor without parameters that generated code in %s can call, and that throws no"
          + " checked exception."),

  /** Arguments: codec, package. */
  CODEC_INACCESSIBLE(
      233,
      "generated code in %2$s cannot name %1$s. Make it, and every type around it, package-private"
          + " or wider; public if it stands in another package."),

  /** Arguments: codec, type. */
  CODEC_OTHER_TYPE(
      234,
      "%s is for %s, and not for the type that it stands on. Name it where the other type is used,"
          + " or on the package."),

  /** Arguments: codec, type. */
  CODEC_UNUSED(
      235,
      "%s is for %s, which does not occur here. Remove it, or name one for a type that does; types"
          + " within a record name theirs on its components."),

  /** Arguments: codec, type. */
  CODEC_TWICE(236, "%s is for %s, for which another codec is named here. Leave one."),

  // ---- 24x: classes with a creator. Arguments: path, type ----

  /** Several constructors or methods are marked. */
  CREATOR_SEVERAL(241, "%s: %s cannot travel: it has more than one @WireCreator. Leave one."),

  /** It cannot be called. */
  CREATOR_INACCESSIBLE(
      242,
      "%s: %s cannot travel: generated code cannot call its @WireCreator. Make it package-private, or"
          + " wider; public if the class stands in another package."),

  /** It makes nothing. */
  CREATOR_ABSTRACT(
      243,
      "%s: %s cannot travel: its @WireCreator is the constructor of an abstract class. Mark a static"
          + " method that makes one, or make the class sealed."),

  /** It needs an instance. */
  CREATOR_INSTANCE(
      244,
      "%s: %s cannot travel: its @WireCreator is an instance method. Make it static, or mark a"
          + " constructor."),

  /** It makes something else. */
  CREATOR_RESULT(
      245,
      "%s: %s cannot travel: its @WireCreator returns something else. Let it return the class, with"
          + " type variables of the method's own where the class has any."),

  /** It throws. */
  CREATOR_THROWS(
      246,
      "%s: %s cannot travel: its @WireCreator throws a checked exception. Let it throw an unchecked"
          + " one."),

  /** Arguments: path, type, parameter and accessors. */
  CREATOR_ACCESSOR(
      247,
      "%s: %s cannot travel: nothing gives the value for its @WireCreator's parameter %s, not private"
          + " and of that type."),

  /** The class file does not tell the names. */
  CREATOR_NAMES(
      248,
      "%s: %s cannot travel: its class file does not tell the names of its @WireCreator's parameters."
          + " Compile that library with -parameters, or write a codec and name it with @WireCodec."),

  // ---- 25x: what is thrown ----

  /** Arguments: method, exception, package. */
  EXCEPTION_NOT_BUILDABLE(
      251,
      "%s throws %s, which cannot be built on the caller's side. Give it a constructor that takes"
          + " (String, Throwable), (String), (Throwable) or nothing, that %s can call, and that"
          + " throws no checked exception."),

  /** Arguments: method, exception, package. */
  EXCEPTION_INACCESSIBLE(
      252,
      "%s throws %s, which generated code in %s cannot name. Make it, and every type around it,"
          + " static and package-private or wider; public if it stands in another package."),

  // ---- 3xx: what is missing ----

  /** Arguments: path, type. */
  UNRESOLVED(
      301,
      "%s: the type %s does not exist, nor has an annotation processor generated it. Correct the"
          + " name, import it, or add its library to the class path."),

  /** A warning: it tells what the compiler's own errors mean. Arguments: class. */
  MODULE_OF_ECLIPSE(
      302,
      "%s belongs to a named module, and Eclipse's compiler, where it runs without its workspace,"
          + " does not let a module's sources and those that processors generate see each other."
          + " Compile with javac, or without module-info.java."),

  // ---- 9xx: what should not happen ----

  /** Arguments: class, exception with its stack. */
  INTERNAL(
      901,
      "Brood's annotation processor failed at %s. That is a bug in the processor: please report it"
          + " with what follows.%n%s"),

  /** Arguments: generated type, reason. */
  NOT_WRITTEN(902, "%s could not be written: %s. Check the disk and the compiler's output folder.");

  private final int number;
  private final String template;

  Diagnostic(int number, String template) {
    this.number = number;
    this.template = template;
  }

  /** Such as {@code BROOD-101}. */
  public String code() {
    return "BROOD-" + number;
  }

  /** The code and the message. */
  String text(Object... arguments) {
    return code() + ": " + String.format(template, arguments);
  }
}
