package names;

record WireReader(int x) {}
