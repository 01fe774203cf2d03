package names;

record List(int x) {}
