String log = new File(basedir, 'build.log').text
// On the module path, and in an image.
assert log.count('total: 750') == 2
assert log.count('map: [750, 750]') == 2
assert log.count('thrown: nothing left') == 2
assert log.count('receiver: Price[cents=42]') == 2
assert log.count('sealed: 211') == 2
assert log.count('creator: EUR 42') == 2
assert log.count('codec: fr') == 2
assert log.count('service: 42') == 2
assert log.count('service: negative start') == 2
assert log.count('closed: 42') == 2
assert log.count('elsewhere: true, in the module shop') == 2
