campaign 'acme'
buy 4, keywords: ['acme'], tlds: ['com']
own 'acme-mail.com'
providers google: 2, smtp: 1
person 'A', 'B'
