package demo;

import java.io.Serializable;

/** What another class brings along. */
public abstract class Base<T> implements Serializable {
  private static final long serialVersionUID = 1L;

  /** For subclasses. */
  protected Base() {}

  public T last(T service) {
    return service;
  }

  protected void forHeirs(Thread thread) {}
}
