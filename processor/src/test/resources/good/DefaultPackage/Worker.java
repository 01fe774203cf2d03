record Worker(int x) {}
