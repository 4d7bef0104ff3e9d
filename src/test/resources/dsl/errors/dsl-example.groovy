campaign 'acme'
own 'acme-mail.com'
person 'Annie', 'Smith', foto: 'https://acme.example/p/annie.jpg'
person 'Ben', 'Okafor'
providers google: 1
