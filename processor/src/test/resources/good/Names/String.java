package names;

record String(int x) {}
