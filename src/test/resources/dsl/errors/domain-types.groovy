campaign 'acme'
own 'acme-team.de', 'acme.co', 'acme.io'
providers google: 2, outlook: 1
person 'Anna', 'Smith'
domain('acme-team.de', provider: 'outlook') { }
domain('acme.co', provider: 'outlook') { }
domain('acme.io', provider: 'smtp') { }
