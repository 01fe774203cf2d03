package shop;

/** What callers know; whether it runs in a process of its own is not their business. */
public interface Words {
  int score(String word);

  String where();
}
