campaign 'acme'
prewarmed google: 0, maxPrice: 30
