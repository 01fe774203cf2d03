package dev.brood.processor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;

/** Another processor: writes a file in a certain round, and another one in each round before. */
final class Generator extends AbstractProcessor {
  private final int when;
  private final String name;
  private final String source;
  private int round;

  Generator(int when, String name, String source) {
    this.when = when;
    this.name = name;
    this.source = source;
  }

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return Set.of("*");
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment environment) {
    round++;
    if (round < when) {
      write(name + "Filler" + round, "package demo; class %s {}");
    } else if (round == when) {
      write(name, source);
    }
    return false;
  }

  private void write(String type, String text) {
    try (Writer writer = processingEnv.getFiler().createSourceFile(type).openWriter()) {
      writer.write(text.replace("%s", type.substring(type.indexOf('.') + 1)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
