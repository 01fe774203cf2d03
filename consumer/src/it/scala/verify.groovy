String log = new File(basedir, 'build.log').text
assert log.contains('blocking: 750')
assert log.contains('map: [750, 250]')
assert log.contains('task: Price[cents=42]')
assert log.contains('sealed: pen')
assert log.contains('thrown: nothing to pay')
assert log.contains('service: 42')
assert log.contains('elsewhere: true')
