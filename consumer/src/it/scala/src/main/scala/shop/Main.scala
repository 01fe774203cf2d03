package shop

import dev.brood.Pool
import java.io.IOException
import java.util.List as JavaList
import scala.jdk.CollectionConverters.*
import scala.util.Using

object Main:
  def main(arguments: Array[String]): Unit =
    Using.resource(Pool.start(2)) { pool =>
      val prices = PricesParallel.blocking(pool)
      val items = Seq(Prices.Item("pen", 250), Prices.Item("ink", 500))
      println("blocking: " + prices.total(items.asJava))

      val carts = Seq(items, items.take(1)).map(_.asJava)
      val totals: JavaList[Integer] = pool.map(carts.asJava, cart => PricesParallel.total(cart))
      println("map: " + totals)

      println("task: " + PricesParallel.on(pool).twice(Prices.Price(21)).get())
      prices.twice(Prices.Barter(Seq("pen").asJava)) match
        case barter: Prices.Barter => println("sealed: " + barter.goods.asScala.mkString(" "))
        case other => println("sealed: not " + other)

      try prices.total(Seq.empty.asJava)
      catch case thrown: IOException => println("thrown: " + thrown.getMessage)

      val counter = CounterParallel.Instance(41)
      println("service: " + CounterParallel.blocking(pool, counter).next())

      println("elsewhere: " + (prices.process() != ProcessHandle.current.pid))
    }
