campaign 'acme'
prewarmed outlook: 1, maxPrice: 'thirty'
