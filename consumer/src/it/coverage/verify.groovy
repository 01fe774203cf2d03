// Of each class, the columns of methods that were missed and covered.
Map<String, List<String>> methods = [:]
new File(basedir, 'target/site/jacoco/jacoco.csv').eachLine { line ->
    List<String> cells = line.split(',')
    methods[cells[2]] = cells[11..12]
}
assert methods['Till'] == ['0', '1']
assert methods['Prices'] == ['1', '1']
