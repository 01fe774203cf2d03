package bad;

import java.util.List;

interface Store<T> {
  List<T> all(ServiceMethods.Holder holder);

  <V> V convert(V value);

  default T any(T value) {
    return value;
  }
}
