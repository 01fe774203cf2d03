package dev.brood.internal.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What workers get of the options of their parent. */
class CarriedOptionsTest {

  @Test
  void valuesMayStandBehindAnEqualsSignOrByThemselves() {
    assertThat(
            CarriedOptions.of(
                List.of(
                    "--add-opens",
                    "java.base/java.lang=ALL-UNNAMED",
                    "--add-exports=java.base/sun.nio.ch=shop",
                    "--add-reads=shop=ALL-UNNAMED",
                    "--add-modules",
                    "java.sql,java.xml",
                    "--patch-module=shop=/a:b",
                    "--enable-native-access=shop",
                    "--enable-preview")))
        .containsExactly(
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "--add-exports=java.base/sun.nio.ch=shop",
            "--add-reads=shop=ALL-UNNAMED",
            "--add-modules=java.sql,java.xml",
            "--patch-module=shop=/a:" + Path.of("b").toAbsolutePath(),
            "--enable-native-access=shop",
            "--enable-preview");
  }

  @Test
  void nothingElseIsPassedOn() {
    assertThat(
            CarriedOptions.of(
                List.of(
                    "-Xmx1g",
                    "-Dx=--enable-preview",
                    "-javaagent:a.jar",
                    "-agentlib:jdwp=server=y",
                    "-Dcom.sun.management.jmxremote.port=1",
                    "-XX:+FlagsFinal",
                    "--limit-modules",
                    "--enable-preview",
                    "-cp",
                    "--add-opens=x",
                    "--add-opens-not=x")))
        .isEmpty();
  }
}
