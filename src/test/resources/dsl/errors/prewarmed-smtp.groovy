campaign 'acme'
prewarmed smtp: 2
