package names;

record Object(int x) {}
