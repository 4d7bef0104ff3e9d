campaign 'acme'
buy 0, keywords: [], prefixes: 'get', tlds: ['.com', 'c om', 'io', 'io'], maxPrice: 0
providers google: 1
person 'A', 'B'
