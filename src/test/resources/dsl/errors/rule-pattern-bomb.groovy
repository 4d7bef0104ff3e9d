campaign 'acme'
own 'acme-mail.com'
providers google: 1
person 'Anna', 'Smith'
only { name ==~ '((((a{100}){100}){100}){100})' }
