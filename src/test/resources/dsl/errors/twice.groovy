campaign 'acme'
own 'acme-mail.com'
providers google: 1
person 'Anna', 'Smith'
budget 100
budget 200
campaign 'other'
own 'ACME-mail.com'
person 'Anna', 'Smith'
