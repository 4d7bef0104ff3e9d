campaign 'acme'
own 'acme-mail.com'
providers google: 1
person 'Anna', 'Smith'
avoid 'sales', '*', 'sp*am', 'Sales', 'a b'
