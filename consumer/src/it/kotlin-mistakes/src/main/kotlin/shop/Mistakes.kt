package shop

import dev.brood.Parallel

@Parallel
suspend fun load(name: String): String = name

object Registry {
  @Parallel
  fun size(names: Set<String>): Int = names.size
}

class Words {
  companion object {
    @Parallel
    fun length(word: String): Int = word.length
  }
}

@Parallel
object Single {
  fun run() {}
}
