campaign 'acme'
own 'acme-mail.com'
providers google: 1
person 'Anna', 'Smith'
sequencer 'Instantly', secret: 'instantly-main', works: 'acme', tag: '{{ID}}'
