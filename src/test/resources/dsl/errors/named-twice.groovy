campaign 'acme'
own 'acme-mail.com'
providers google: 1
person 'Anna', 'Smith'
budget 100, monthly: 3, monthly: 4
