campaign 'acme'
prewarmed maxPrice: 30
