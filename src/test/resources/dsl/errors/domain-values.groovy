campaign 'acme'
own 'acme-team.de', 'acme.co', 'acme.io'
providers google: 3
person 'Anna', 'Smith'
domain('acme-team.de', provider: 'smpt') { redirect 'https://acme.example/de' }
domain('acme.co', provider: 'mailgun', 'x') { }
domain('acme.io')
domain()
domain('acme.io', type: 'smtp') { }
