package dev.brood.benchmark;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** Prints as Markdown: for each row what was measured, and at the end all goals in one table. */
final class Report {
  private final PrintStream out;
  private final List<List<String>> goals = new ArrayList<>();
  private final List<String> failed = new ArrayList<>();
  private String row = "";

  Report(PrintStream out) {
    this.out = out;
    goals.add(List.of("row", "what", "measured", "goal", ""));
  }

  void text(String text) {
    out.println(text);
  }

  /** A row begins; what follows is about it. */
  void begin(Row next) {
    row = next.name();
    out.printf("%n## %s: %s%n%n", row, next.title());
  }

  /** A table, whose first line is its heading. Lines may be shorter than that. */
  void table(List<List<String>> lines) {
    table(lines, 1);
  }

  /** A table whose first columns are of words, and the others of figures. */
  private void table(List<List<String>> lines, int words) {
    int columns = lines.get(0).size();
    int[] widths = new int[columns];
    for (List<String> line : lines) {
      for (int i = 0; i < line.size(); i++) {
        // A line that is cut short ends in a remark, which need not widen its column.
        boolean remark = i == line.size() - 1 && line.size() < columns;
        widths[i] = Math.max(widths[i], remark ? 0 : line.get(i).length());
      }
    }
    print(lines.get(0), widths, words);
    StringBuilder rule = new StringBuilder("|");
    for (int i = 0; i < columns; i++) {
      rule.append("-".repeat(widths[i] + 1)).append(i < words ? "-|" : ":|");
    }
    out.println(rule);
    lines.subList(1, lines.size()).forEach(line -> print(line, widths, words));
    out.println();
  }

  private void print(List<String> cells, int[] widths, int words) {
    StringBuilder line = new StringBuilder("|");
    for (int i = 0; i < widths.length; i++) {
      String cell = i < cells.size() ? cells.get(i) : "";
      String gap = " ".repeat(Math.max(0, widths[i] - cell.length()));
      line.append(' ').append(i < words ? cell + gap : gap + cell).append(" |");
    }
    out.println(line);
  }

  /** A line of the goal table. */
  void goal(Goal goal) {
    goals.add(List.of(row, goal.what(), goal.measured(), goal.wanted(), goal.verdict()));
  }

  /** A row that cannot be measured on this machine. */
  void notRun(String reason) {
    out.println("not run: " + reason);
    goals.add(List.of(row, "all of it", "–", "–", "not run: " + reason));
  }

  /** A row that should have been measured. */
  void failed(Exception reason) {
    out.println("```");
    reason.printStackTrace(out);
    out.println("```");
    failed.add(row);
    goals.add(List.of(row, "all of it", "–", "–", "failed: " + reason));
  }

  /** The goal table, of all rows that there were. */
  void summary(String machine) {
    out.printf("%n## goals%n%n%s%n%n", machine);
    table(goals, 2);
  }

  /** The rows that should have been measured and could not. */
  List<String> failedRows() {
    return failed;
  }
}
