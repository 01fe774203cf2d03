package names;

record Override(int x) {}
