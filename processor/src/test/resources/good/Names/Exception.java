package names;

class Exception extends java.lang.Exception {
  private static final long serialVersionUID = 1L;
}
