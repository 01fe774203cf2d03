record Blocking(int x) {}
