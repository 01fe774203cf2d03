package dev.brood.processor.validate;

import dev.brood.processor.diagnostic.Diagnostic;
import dev.brood.processor.diagnostic.Problem;
import dev.brood.processor.model.CodecMistake;
import dev.brood.processor.model.ParallelClass;

/** Finds what is wrong with the codecs that are named for a class. */
final class CodecValidator {
  private CodecValidator() {}

  static Problem problem(ParallelClass parallelClass, CodecMistake mistake) {
    String home = Validator.packageOf(parallelClass);
    return switch (mistake.kind()) {
      case UNRESOLVED -> of(Diagnostic.UNRESOLVED, mistake, "@WireCodec", mistake.codec());
      case OPEN -> of(Diagnostic.CODEC_OPEN, mistake, mistake.codec());
      case NOT_BUILDABLE -> of(Diagnostic.CODEC_NOT_BUILDABLE, mistake, mistake.codec(), home);
      case INACCESSIBLE -> of(Diagnostic.CODEC_INACCESSIBLE, mistake, mistake.codec(), home);
      case OTHER_TYPE ->
          of(Diagnostic.CODEC_OTHER_TYPE, mistake, mistake.codec(), mistake.detail());
      case UNUSED -> of(Diagnostic.CODEC_UNUSED, mistake, mistake.codec(), mistake.detail());
      case TWICE -> of(Diagnostic.CODEC_TWICE, mistake, mistake.codec(), mistake.detail());
    };
  }

  private static Problem of(Diagnostic diagnostic, CodecMistake mistake, String... arguments) {
    return Problem.of(diagnostic, mistake.origin(), arguments);
  }
}
