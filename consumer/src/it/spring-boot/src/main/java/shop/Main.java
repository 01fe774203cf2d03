package shop;

import dev.brood.Pool;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

@Configuration
@ComponentScan
public class Main {
  @Bean // closed with the application
  Pool pool() {
    return Pool.start(1);
  }

  @Bean
  Words words(Pool pool) {
    return DictionaryParallel.blocking(pool, new DictionaryParallel.Instance("jqxz", 8));
  }

  public static void main(String[] args) {
    try (ConfigurableApplicationContext application = SpringApplication.run(Main.class, args)) {
      Game game = application.getBean(Game.class);
      System.out.println("played: " + game.play("jazz"));
      System.out.println("elsewhere: " + game.isPlayedElsewhere());
    }
    System.out.println("left: " + ProcessHandle.current().children().count());
  }
}
