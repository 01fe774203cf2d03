package names;

record Integer(int x) {}
