package dev.brood.junit;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.ClassSelector;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

/** Runs test classes as JUnit does. */
final class Suite {
  private Suite() {}

  static EngineExecutionResults run(Class<?>... types) {
    return run(Map.of(), types);
  }

  static EngineExecutionResults run(Map<String, String> parameters, Class<?>... types) {
    return EngineTestKit.engine("junit-jupiter")
        .enableImplicitConfigurationParameters(true)
        .configurationParameters(parameters)
        .selectors(Stream.of(types).map(type -> selectClass(type)).toArray(ClassSelector[]::new))
        .execute();
  }

  /** What tests and classes failed with, in words. */
  static List<String> failures(EngineExecutionResults results) {
    return results
        .allEvents()
        .executions()
        .failed()
        .map(execution -> execution.getTerminationInfo().getExecutionResult())
        .map(Suite::words)
        .toList();
  }

  private static String words(TestExecutionResult result) {
    return result.getThrowable().map(Throwable::toString).orElse("?");
  }
}
