String log = new File(basedir, 'build.log').text
assert log.contains('played: jazz 25')
assert log.contains('elsewhere: true')
assert log.contains('left: 0')
