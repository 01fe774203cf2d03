String log = new File(basedir, 'build.log').text
assert log =~ /BROOD-121: load\(.*\) is a suspending function/
assert log.contains('BROOD-122: size(Set<String>) is a function of the Kotlin object Registry')
assert log.contains('BROOD-122: length(String) is a function of the Kotlin object Words.Companion')
assert log.contains('BROOD-123: Single is a Kotlin object')
assert (log =~ /BROOD-\d+/).collect().toSet() == ['BROOD-121', 'BROOD-122', 'BROOD-123'].toSet()
