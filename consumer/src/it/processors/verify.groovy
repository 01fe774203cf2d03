String log = new File(basedir, 'build.log').text
assert log.contains('lombok: [Money(currency=EUR, cents=1200, rounded=true)]')
assert log.contains('service: front 6')
assert log.contains('record-builder: Order[customer=Ann, lines=[Line[article=pen, number=3], Line[article=pen, number=3]], status=PAID]')
assert log.contains('generated record: ReceiptRecord[customer=Ann, cents=2468]')
assert log.contains('thrown: java.io.IOException: closed')
assert log.contains('elsewhere: true')
assert !log.contains('COMPILATION WARNING')
