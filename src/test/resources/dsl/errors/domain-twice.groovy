campaign 'acme'
own 'acme-team.de'
providers google: 1
person 'Anna', 'Smith'
domain('acme-team.de') { redirect 'https://acme.example/de' }
domain('ACME-team.de') { redirect 'https://acme.example/at' }
