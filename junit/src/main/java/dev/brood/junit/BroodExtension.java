package dev.brood.junit;

import dev.brood.Pool;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** What {@link BroodTest} registers. */
public final class BroodExtension implements BeforeAllCallback, ParameterResolver {
  private static final Namespace NAMESPACE = Namespace.create(BroodExtension.class);

  /** For JUnit. */
  public BroodExtension() {}

  /** Starts the pool, unless the class is nested in one that has started it. */
  @Override
  public void beforeAll(ExtensionContext context) {
    session(context);
  }

  /** Tells whether a parameter is a pool. */
  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Pool.class;
  }

  /** Gives the pool of the test class. */
  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return session(context).pool();
  }

  /** The session is closed by JUnit when the context of the outermost class ends. */
  private static Session session(ExtensionContext context) {
    ExtensionContext owner = owner(context);
    Class<?> type = owner.getRequiredTestClass();
    return owner
        .getStore(NAMESPACE)
        .getOrComputeIfAbsent(
            Session.class,
            key -> Session.start(type, annotation(type), mode(owner)),
            Session.class);
  }

  /** The outermost of the classes around that has the annotation. */
  private static ExtensionContext owner(ExtensionContext context) {
    ExtensionContext owner = null;
    ExtensionContext current = context;
    while (true) {
      Class<?> type = current.getTestClass().orElse(null);
      if (type != null && type.isAnnotationPresent(BroodTest.class)) {
        if (owner != null && owner.getRequiredTestClass() != type) {
          throw new ExtensionConfigurationException(
              "%s shares the pool of %s, so it cannot have @BroodTest too"
                  .formatted(owner.getRequiredTestClass().getName(), type.getName()));
        }
        owner = current;
      }
      if (current.getParent().isEmpty()) {
        break;
      }
      current = current.getParent().get();
    }
    if (owner == null) {
      throw new ExtensionConfigurationException(
          "@BroodTest is missing on " + context.getRequiredTestClass().getName());
    }
    return owner;
  }

  private static BroodTest annotation(Class<?> type) {
    BroodTest annotation = type.getAnnotation(BroodTest.class);
    if (annotation == null) {
      throw new ExtensionConfigurationException("@BroodTest is missing on " + type.getName());
    }
    return annotation;
  }

  private static PoolMode mode(ExtensionContext context) {
    return context
        .getConfigurationParameter(Modes.PARAMETER)
        .map(Modes::parse)
        .orElseGet(() -> annotation(context.getRequiredTestClass()).mode());
  }
}
