package dev.brood.processor;

import dev.brood.processor.diagnostic.Diagnostic;
import dev.brood.processor.diagnostic.Origins;
import dev.brood.processor.diagnostic.Problem;
import dev.brood.processor.diagnostic.Reporter;
import dev.brood.processor.model.ParallelClass;
import dev.brood.processor.model.TypeId;
import dev.brood.processor.read.ClassReader;
import dev.brood.processor.render.Renderer;
import dev.brood.processor.validate.GeneratedNames;
import dev.brood.processor.validate.Validator;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.Filer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;

/**
 * Takes one class through all steps, from its element to a file or to errors. Lives for a round.
 */
final class ClassPipeline {
  private final Origins origins = new Origins();
  private final Reporter reporter;
  private final ClassReader reader;
  private final GeneratedNames generatedNames;
  private final Filer filer;

  /** Whether the compiler puts generated sources into no module. */
  private final boolean outOfModules;

  ClassPipeline(
      ProcessingEnvironment environment, Set<TypeId> beingCompiled, GeneratedNames generatedNames) {
    this.reporter = new Reporter(environment.getMessager(), origins);
    this.reader =
        new ClassReader(
            environment.getElementUtils(),
            environment.getTypeUtils(),
            origins,
            beingCompiled::contains,
            ParallelProcessor.ANNOTATION);
    this.generatedNames = generatedNames;
    this.filer = environment.getFiler();
    this.outOfModules =
        environment.getClass().getName().startsWith("org.eclipse.jdt.internal.compiler.apt.");
  }

  /**
   * Handles a class.
   *
   * @param last whether a missing type will not appear any more
   * @return whether the class is done; if not, it waits for a type
   */
  boolean handle(TypeElement type, boolean last) {
    try {
      ParallelClass parallelClass = reader.read(type);
      if (parallelClass.unresolved() && !last) {
        return false;
      }
      if (outOfModules && parallelClass.surroundings().namedModule()) {
        String name = parallelClass.type().id().nestedName();
        reporter.warn(Problem.of(Diagnostic.MODULE_OF_ECLIPSE, parallelClass.origin(), name));
      }
      List<Problem> problems = Validator.problems(parallelClass, generatedNames);
      if (problems.isEmpty()) {
        write(parallelClass.type().id().generated(), Renderer.render(parallelClass), type);
      } else {
        reporter.report(problems);
      }
    } catch (RuntimeException e) {
      String name = type.getQualifiedName().toString();
      report(type, Diagnostic.INTERNAL, name, stackTrace(e));
    }
    return true;
  }

  private void write(TypeId generated, String source, TypeElement origin) {
    try (Writer writer = filer.createSourceFile(generated.qualifiedName(), origin).openWriter()) {
      writer.write(source);
    } catch (IOException e) {
      report(origin, Diagnostic.NOT_WRITTEN, generated.qualifiedName(), e.toString());
    }
  }

  private void report(TypeElement type, Diagnostic diagnostic, String... arguments) {
    reporter.report(List.of(Problem.of(diagnostic, origins.add(type), arguments)));
  }

  private static String stackTrace(Throwable thrown) {
    StringWriter text = new StringWriter();
    thrown.printStackTrace(new PrintWriter(text));
    return text.toString();
  }
}
