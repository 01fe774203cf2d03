package dev.brood.processor;

import com.google.auto.service.AutoService;
import dev.brood.processor.diagnostic.Reporter;
import dev.brood.processor.model.TypeId;
import dev.brood.processor.read.ClassReader;
import dev.brood.processor.validate.GeneratedNames;
import java.util.HashSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/**
 * Generates {@code XParallel} for each class {@code X} that is annotated with {@code
 * dev.brood.Parallel}, or has methods that are.
 *
 * <p>Classes are handled one by one. A class that mentions a type which does not exist yet waits
 * for another processor to generate it, until processing is over. From one round to the next only
 * names are kept: elements are not valid for longer.
 */
@AutoService(Processor.class)
public final class ParallelProcessor extends AbstractProcessor {
  static final String ANNOTATION = "dev.brood.Parallel";

  /** The top-level types whose source is part of this compilation. */
  private final Set<TypeId> beingCompiled = new HashSet<>();

  private final GeneratedNames generatedNames = new GeneratedNames(beingCompiled::contains);

  /** The classes that wait for a type, by qualified name. */
  private final SortedSet<String> waiting = new TreeSet<>();

  /** For the compiler. */
  public ParallelProcessor() {}

  /** All: where nothing but a local class has the annotation, no compiler sees it. */
  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return Set.of("*");
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    Set<TypeElement> types = ElementFilter.typesIn(round.getRootElements());
    types.forEach(type -> beingCompiled.add(ClassReader.id(type)));
    Reporter.reportLocalClasses(processingEnv, ANNOTATION, types);
    SortedSet<String> now = new TreeSet<>(waiting);
    for (TypeElement annotation : annotations) {
      if (!annotation.getQualifiedName().contentEquals(ANNOTATION)) {
        continue;
      }
      for (Element element : round.getElementsAnnotatedWith(annotation)) {
        ClassReader.annotatedClass(element)
            .ifPresent(
                type -> {
                  now.add(type.getQualifiedName().toString());
                  generatedNames.claim(ClassReader.id(type));
                });
      }
    }
    waiting.clear();
    ClassPipeline pipeline = new ClassPipeline(processingEnv, beingCompiled, generatedNames);
    for (String name : now) {
      TypeElement type = processingEnv.getElementUtils().getTypeElement(name);
      if (type != null && !pipeline.handle(type, round.processingOver())) {
        waiting.add(name);
      }
    }
    // Not claimed: where all annotations of a round are, javac does not ask other processors at
    // all.
    return false;
  }
}
