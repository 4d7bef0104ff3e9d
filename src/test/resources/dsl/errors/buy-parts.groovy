campaign 'acme'
buy 4.5, keywords: ['acme', 'a_b', 'acmé', 3], maxPrice: '16'
providers google: 1
person 'A', 'B'
