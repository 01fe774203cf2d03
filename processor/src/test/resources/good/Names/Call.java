package names;

record Call(int x) {}
