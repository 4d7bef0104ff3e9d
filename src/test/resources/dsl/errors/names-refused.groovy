campaign 'acme'
own 'acme-mail.com'
providers google: 1
person 'Anna', 'Smith'
person '😀', 'Smith'
person 'Anna', 'Smith (Sales)'
person 'R2', 'D2'
