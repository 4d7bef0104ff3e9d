// One order of each mailbox type, one domain each: 2 + 4 + 25 mailboxes.
campaign 'meadow'
buy 3, keywords: ['meadow mail'], prefixes: ['get', 'try', 'use'], suffixes: ['hq'], tlds: ['com'], maxPrice: 16
providers google: 1, smtp: 1, outlook: 1
person 'Anna', 'Smith'
person 'José', 'Núñez'
patterns '{first}.{last}', '{first}{last}{n}'
redirect 'https://meadow.example'
budget 200
approve always
