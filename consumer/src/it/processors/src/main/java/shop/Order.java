package shop;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;

@RecordBuilder
record Order(String customer, List<Line> lines, Status status) implements OrderBuilder.With {
  enum Status {
    OPEN,
    PAID
  }

  @RecordBuilder
  record Line(String article, int number) {}
}
