record Call(int x) {}
