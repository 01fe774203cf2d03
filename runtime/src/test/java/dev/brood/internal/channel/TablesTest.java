package dev.brood.internal.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.brood.WireException;
import dev.brood.fixtures.Bytes;
import dev.brood.wire.EntryPoints;
import dev.brood.wire.Invocation;
import dev.brood.wire.Payload;
import org.junit.jupiter.api.Test;

/** A table is the same on both sides, or is refused. */
class TablesTest {
  private static final ClassLoader LOADER = TablesTest.class.getClassLoader();

  static final class Table extends EntryPoints {
    static final Table TABLE = new Table(1);

    static {
      register(TABLE);
    }

    Table(long fingerprint) {
      super(fingerprint, "a.B.method()");
    }

    @Override
    public void invoke(int index, Invocation invocation) {}
  }

  private static Frame frame(int number, Table table) {
    return Tables.toFrame(number, table.className(), table.fingerprint());
  }

  @Test
  void aTableIsFoundAgain() {
    Frame frame = frame(3, Table.TABLE);
    assertThat(frame.kind()).isEqualTo(Frame.Kind.TABLE);
    assertThat(frame.table()).isEqualTo(3);
    assertThat(Tables.load(frame, LOADER)).isSameAs(Table.TABLE);
  }

  @Test
  void aTableWithAnotherFingerprintIsRefused() {
    assertThatThrownBy(() -> Tables.load(frame(0, new Table(2)), LOADER))
        .isInstanceOf(WireException.class)
        .hasMessageContainingAll(Table.class.getName(), "not the same");
  }

  @Test
  void anythingElseIsRefused() {
    Payload sound = frame(0, Table.TABLE).body();
    for (int length = 0; length < sound.size(); length++) {
      Frame frame = new Frame(Frame.Kind.TABLE, 0, 0, 0, Bytes.truncated(sound, length));
      assertThatThrownBy(() -> Tables.load(frame, LOADER)).isInstanceOf(WireException.class);
    }
    Payload nameless =
        Bytes.payload(
            out -> {
              out.writeString(null);
              out.writeLong(1);
            });
    assertThatThrownBy(() -> Tables.load(new Frame(Frame.Kind.TABLE, 0, 0, 0, nameless), LOADER))
        .isInstanceOf(WireException.class);
  }
}
