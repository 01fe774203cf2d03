String log = new File(basedir, 'build.log').text
assert log.count('total 750 elsewhere true') == 2
assert !log.contains('still alive')
