campaign 'acme'
prewarmed google: 2
providers google: 2
