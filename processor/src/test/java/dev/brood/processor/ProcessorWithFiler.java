package dev.brood.processor;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.Set;
import java.util.function.UnaryOperator;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Filer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;

/** The processor in an environment with a filer that the test provides. */
final class ProcessorWithFiler extends AbstractProcessor {
  private final ParallelProcessor processor = new ParallelProcessor();
  private final UnaryOperator<Filer> replacement;

  /** Asks for the filer that stands in the place of the real one. */
  ProcessorWithFiler(UnaryOperator<Filer> replacement) {
    this.replacement = replacement;
  }

  /** With a filer that always throws. */
  static ProcessorWithFiler failing(Exception failure) {
    return new ProcessorWithFiler(
        real ->
            filer(
                (proxy, method, arguments) -> {
                  throw failure;
                }));
  }

  /** A filer that asks the handler instead. */
  static Filer filer(InvocationHandler handler) {
    return (Filer)
        Proxy.newProxyInstance(
            ProcessorWithFiler.class.getClassLoader(), new Class<?>[] {Filer.class}, handler);
  }

  @Override
  public synchronized void init(ProcessingEnvironment environment) {
    super.init(environment);
    Filer filer = replacement.apply(environment.getFiler());
    processor.init(
        (ProcessingEnvironment)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {ProcessingEnvironment.class},
                (proxy, method, arguments) ->
                    method.getName().equals("getFiler")
                        ? filer
                        : method.invoke(environment, arguments)));
  }

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return processor.getSupportedAnnotationTypes();
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return processor.getSupportedSourceVersion();
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    processor.process(annotations, round);
    return false;
  }
}
