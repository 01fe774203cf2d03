package names;

record Void(int x) {}
