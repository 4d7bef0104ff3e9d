campaign 'acme'
own 'acme-mail.com'
providers google: 1
person 'Anna', 'Smith'
redirect ''
photo 'data:image/png;base64,AAAA'
person 'Ben', 'Okafor', photo: 'acme.example/b.jpg'
person 'Eve', 'Okafor', photo: 'https://acme.example/xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx.jpg'
