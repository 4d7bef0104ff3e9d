campaign 'acme-q3'
buy 4, keywords: ['acme'], prefixes: ['get', 'try', 'use'], tlds: ['com', 'io'], maxPrice: 16
only { length <= 12 && !hyphenated }
providers google: 2, smtp: 1, outlook: 1
person 'Anna', 'Smith'
person 'José', 'Núñez'
person 'Vincent', 'van der Berg'
patterns '{first}.{last}', '{f}{last}', '{first}{l}', '{last}.{first}', '{first}', '{first}{last}{n}'
redirect 'https://acme.example'
budget 200, monthly: 90
approve always
