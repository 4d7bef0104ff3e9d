campaign 'acme'
own 'acme-mail.com'
providers google: 1
person 'Anna', 'Smith'
own 'acme.dev', hosting: 'p@ssw0rd!'
own 'acme.io', hosting: true
own 'acme.co', hostin: 'namecheap'
own
