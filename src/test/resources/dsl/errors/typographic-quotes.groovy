campaign 'acme'
own 'acme-mail.com'
providers google: 1
person 'Anna', 'Smith'
person “Ben”, ‘Okafor’
workspace «North»
budget 500 – 20
