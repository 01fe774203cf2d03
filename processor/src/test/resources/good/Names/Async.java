package names;

record Async(int x) {}
