package dev.brood.processor.render;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Gives JavaPoet's output the look of hand-written source. */
final class Tidy {
  private static final Pattern SHORT_JAVADOC =
      Pattern.compile("(?m)^( *)/\\*\\*\\n *\\* (.{1,90})\\n *\\*/$");
  private static final Pattern EMPTY_BODY = Pattern.compile("(?m)\\{\\n *}$");
  private static final Pattern BLANK_BETWEEN_FIELDS =
      Pattern.compile("(?m)^( +private final [^;=(]+;\\n)\\n(?= +private final [^;=(]+;)");
  private static final int COLUMNS = 100;

  private Tidy() {}

  static String tidy(String source) {
    String tidied = EMPTY_BODY.matcher(source).replaceAll("{}");
    tidied = BLANK_BETWEEN_FIELDS.matcher(tidied).replaceAll("$1");
    return SHORT_JAVADOC
        .matcher(tidied)
        .replaceAll(
            found -> {
              String line = found.group(1) + "/** " + found.group(2) + " */";
              return Matcher.quoteReplacement(line.length() <= COLUMNS ? line : found.group());
            });
  }
}
