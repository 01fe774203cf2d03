record Object(int x) {}
