campaign 'acme'
own 'acme', '-a.com', 'a..com', 'straße.de', 'a.com/x', 'münchen.example'
providers google: 1
person 'A', 'B'
