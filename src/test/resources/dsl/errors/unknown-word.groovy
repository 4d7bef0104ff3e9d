campain 'acme'
own 'acme-mail.com'
provider google: 1
persn 'Anna', 'Smith'
