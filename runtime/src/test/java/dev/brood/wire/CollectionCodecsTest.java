package dev.brood.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.brood.WireException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Collections that are particular about their elements. */
class CollectionCodecsTest {

  @Test
  void onlyTheNaturalOrderTravels() {
    CollectionCodecs.requireNaturalOrder(new TreeSet<String>().comparator());
    CollectionCodecs.requireNaturalOrder(Comparator.naturalOrder());
    assertThatThrownBy(() -> CollectionCodecs.requireNaturalOrder(Collections.reverseOrder()))
        .isInstanceOf(WireException.class)
        .hasMessageContaining("natural order");
    assertThatThrownBy(() -> CollectionCodecs.requireNaturalOrder(String.CASE_INSENSITIVE_ORDER))
        .isInstanceOf(WireException.class);
  }

  @Test
  void whatACollectionTakesIsAdded() {
    List<String> list = new ArrayList<>();
    CollectionCodecs.add(list, "a");
    assertThat(list).containsExactly("a");
    TreeMap<String, Integer> map = new TreeMap<>();
    CollectionCodecs.put(map, "a", 1);
    assertThat(map).containsEntry("a", 1);
  }

  @Test
  void whatACollectionRefusesIsMalformed() {
    assertThatThrownBy(() -> CollectionCodecs.add(new ArrayDeque<String>(), null))
        .isInstanceOf(WireException.class);
    assertThatThrownBy(() -> CollectionCodecs.add(new TreeSet<Object>(), new Object()))
        .isInstanceOf(WireException.class);
    assertThatThrownBy(() -> CollectionCodecs.put(new TreeMap<String, String>(), null, ""))
        .isInstanceOf(WireException.class);
  }
}
