record String(java.lang.String text) {}
