campaign 'acme'
own 'acme-mail.com'
providers google: 1
person 'Anna', 'Smith'
person 'Ben', 'Okafor', foto: 'https://acme.example/b.jpg'
