package names;

record Task(java.lang.String x) {}
