campaign 'acme'
own 'acme-mail.com'
providers google: 1
person 'Anna', 'Smith'
approve over: 300, by: '@finance'
approve forms: true, by: 'legal'
