package dev.brood.internal.child;

import dev.brood.wire.EntryPoints;
import dev.brood.wire.Invocation;
import dev.brood.wire.WireReader;
import dev.brood.wire.WireWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * The calls of a rehearsal, whose classes are archived: what nearly every worker does soon. It
 * leaves out what few do, since everything that is archived has to be mapped.
 */
final class Rehearsed extends EntryPoints {
  private static final int VALUES = 0;
  private static final int FAILURE = 1;

  static {
    register(new Rehearsed());
  }

  private Rehearsed() {
    super(0, "values", "failure");
  }

  @Override
  public void invoke(int index, Invocation invocation) throws Throwable {
    WireReader in = invocation.arguments();
    switch (index) {
      case VALUES -> {
        int number = in.readInt();
        String text = in.readString();
        int[] numbers = in.readIntArray();
        List<String> texts = new ArrayList<>();
        int size = in.beginSized();
        for (int i = 0; i < size; i++) {
          texts.add(in.readString());
        }
        in.end();
        invocation.begin();
        WireWriter out = invocation.result();
        out.writeInt(number);
        out.writeString(text);
        out.writeIntArray(numbers);
        out.begin(texts.size());
        texts.forEach(out::writeString);
        out.end();
      }
      case FAILURE -> {
        invocation.begin();
        throw new IllegalStateException("rehearsed");
      }
      default -> throw unknown(index);
    }
  }
}
