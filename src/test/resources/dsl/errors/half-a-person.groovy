campaign 'acme'
own 'acme-mail.com'
providers google: 1
person 'Anna', 'Smith'
person 'Anna'
person 'Anna', ''
person 'Anna', null
person 'Anna', 'Smith', 'Jones'
