// Outlook carries exactly 25 mailboxes a domain. Few people fill two domains when a pattern may count: {n} 1 2 3, {nn} 01 02 03.
campaign 'contoso-outlook'

buy 2, keywords: ['contoso', 'contoso mail'], prefixes: ['get', 'try', 'my'], suffixes: ['hq', 'now'], tlds: ['com', 'net'], maxPrice: 16
only   { length <= 16 && !hyphenated && !blacklisted }
prefer { length }

providers outlook: 2

person 'Grace', 'Hall'
person 'Omar', 'Haddad'
person 'Ingrid', 'Solberg', nick: 'Inga'

// Plain patterns come first, for each person in turn; what is missing to 25 is counted up.
patterns '{first}.{last}', '{f}.{last}', '{first}', '{last}.{first}', '{first}.{last}{n}', '{f}{last}{nn}'

redirect 'https://contoso.example'

budget 150, monthly: 120
approve { total > 100 || monthly > 100 || outlook > 2 }     // facts: total monthly domains mailboxes google smtp outlook
