package dev.brood.example.readme;

/** What callers know. */
interface Words {
  int score(String word);
}
