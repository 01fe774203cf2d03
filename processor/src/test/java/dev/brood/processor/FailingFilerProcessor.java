package dev.brood.processor;

import java.lang.reflect.Proxy;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Filer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;

/** The processor in an environment whose filer always throws. */
final class FailingFilerProcessor extends AbstractProcessor {
  private final ParallelProcessor processor = new ParallelProcessor();
  private final Exception failure;

  FailingFilerProcessor(Exception failure) {
    this.failure = failure;
  }

  @Override
  public synchronized void init(ProcessingEnvironment environment) {
    super.init(environment);
    ClassLoader loader = getClass().getClassLoader();
    Filer filer =
        (Filer)
            Proxy.newProxyInstance(
                loader,
                new Class<?>[] {Filer.class},
                (proxy, method, arguments) -> {
                  throw failure;
                });
    processor.init(
        (ProcessingEnvironment)
            Proxy.newProxyInstance(
                loader,
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
