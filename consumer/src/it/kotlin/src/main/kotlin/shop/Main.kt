package shop

import dev.brood.Parallel
import dev.brood.Pool
import dev.brood.wire.WireCreator
import java.io.IOException

enum class Unit { PIECE, DOZEN }

data class Amount @WireCreator constructor(val unit: Unit, val number: Int?)

data class Line<T> @WireCreator constructor(val what: T, val amounts: List<Amount>)

@Parallel
fun pieces(line: Line<String>): Int =
  line.amounts.sumOf { (it.number ?: 0) * if (it.unit == Unit.DOZEN) 12 else 1 }

@Parallel
fun twice(offer: Offer): Offer =
  when (offer) {
    is Offer.Price -> Offer.Price(2 * offer.cents)
    is Offer.Barter -> Offer.Barter(offer.goods + offer.goods)
  }

@Parallel
fun same(line: Line<String>): Line<String> = line

@Parallel
fun process(): Long = ProcessHandle.current().pid()

class Words {
  companion object {
    @JvmStatic
    @Parallel
    @Throws(IOException::class)
    fun longest(words: List<String>): String =
      words.maxByOrNull { it.length } ?: throw IOException("no words")
  }
}

object Registry {
  @JvmStatic
  @Parallel
  fun size(names: Set<String>): Int = names.size
}

/** An object of its own in each worker. */
@Parallel
class Counter(start: Int) {
  private var count = start

  fun next(): Int = ++count
}

fun main() {
  Pool.start(2).use { pool ->
    val items = listOf(Prices.Item("pen", 250), Prices.Item("ink", 500))
    println("java: " + PricesParallel.blocking(pool).total(items))

    val some = Line("pen", listOf(Amount(Unit.PIECE, 3), Amount(Unit.DOZEN, 2)))
    val none = Line("ink", listOf(Amount(Unit.DOZEN, null)))
    val numbers: List<Int> = pool.map(listOf(some, none)) { MainKtParallel.pieces(it) }
    println("map: $numbers")
    println("data class: " + (pool.call(MainKtParallel.same(none)) == none))

    val offers = listOf(Offer.Price(21), Offer.Barter(listOf("pen")))
    println("sealed: " + pool.map(offers) { MainKtParallel.twice(it) })

    println("companion: " + WordsParallel.on(pool).longest(listOf("a", "abc", "ab")).get())
    println("object: " + RegistryParallel.blocking(pool).size(setOf("a", "b")))
    try {
      WordsParallel.blocking(pool).longest(listOf())
    } catch (e: IOException) {
      println("thrown: " + e.message)
    }

    val counter = CounterParallel.Instance(41)
    println("service: " + CounterParallel.blocking(pool, counter).next())

    val process = MainKtParallel.blocking(pool).process()
    println("elsewhere: " + (process != ProcessHandle.current().pid()))
  }
}
