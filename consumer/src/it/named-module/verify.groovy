String log = new File(basedir, 'build.log').text
assert log.contains('total 750 elsewhere true')
