campaign 'acme'
own 'acme-mail.com'
providers google: 1
person 'Anna', 'Smith'
approve never
approve forms: true, by: 'finance'
