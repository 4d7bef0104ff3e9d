campaign 'acme'
own 'acme-mail.com'
providers google: 1
person 'Anna', 'Smith'
redirect = 'https://acme.example'
'x'
buy: 3
avoid 'a' 'b'
photo { 1 }
person 'A', 'B' { }
