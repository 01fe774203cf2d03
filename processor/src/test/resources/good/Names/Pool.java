package names;

record Pool(int x) {}
