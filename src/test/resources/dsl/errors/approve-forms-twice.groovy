campaign 'acme'
own 'acme-mail.com'
providers google: 1
person 'Anna', 'Smith'
approve forms: true
approve over: 300, forms: false
