package names;

record Worker(int x) {}
