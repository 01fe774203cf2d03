record Codecs(int x) {}
