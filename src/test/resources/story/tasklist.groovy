// Small enough to be read whole in Tasklist: three domains, two orders, eight mailboxes.
campaign 'willow'
buy 3, keywords: ['willow mail', 'willow post'], prefixes: ['get', 'try'], suffixes: ['hq'], tlds: ['com', 'io'], maxPrice: 20
providers google: 2, smtp: 1
person 'Anna', 'Smith'
person 'José', 'Núñez'
person 'Vincent', 'van der Berg'
patterns '{first}.{last}', '{f}{last}'
redirect 'https://willow.example'
budget 100, monthly: 40
approve always
