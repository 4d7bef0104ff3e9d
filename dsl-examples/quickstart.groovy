// A campaign file says what you want; Mailwright searches, asks you, buys, and hands over working mailboxes.
// Run this one:  mvn -Pquickstart   (it starts on a new database every time, so the name below is always free)
//
// A name can be used again only after its campaign was rejected, cancelled or failed; while one of that name is
// running or onboarded, the same name is refused. So give your own campaign a name of its own.
campaign 'quickstart'

// Four new domains. Each candidate is a prefix or nothing, a keyword, a suffix or nothing, and a tld: 'getacme.com'.
buy 4, keywords: ['acme', 'acme labs'], prefixes: ['get', 'try', 'use', 'go', 'with'], suffixes: ['hq', 'app'], tlds: ['com', 'io', 'co'], maxPrice: 16

only   { length <= 12 && !hyphenated && !digits && !blacklisted }    // which of them will do
prefer { tld == 'com' ? 0 : length }                                 // which of these first: the smallest number

// What becomes of them: domains of each mailbox type, together as many as are bought.
// A google domain carries 2 mailboxes, smtp 4, outlook 25: this makes 2 × 2 + 4 + 25 = 33.
providers google: 2, smtp: 1, outlook: 1

// In whose names mail is sent.
person 'Anna', 'Smith'
person 'José', 'Núñez'
person 'Vincent', 'van der Berg', nick: 'Vince'
person 'Chloé', 'Dubois'
person 'Ben', 'Okafor'

// How their addresses look: anna.smith, asmith, anna.s …; {n} counts up when the plain ones are used up.
patterns '{first}.{last}', '{f}{last}', '{first}.{l}', '{first}{l}', '{last}.{first}', '{first}', '{first}{last}{n}'
avoid 'sales', 'free', 'spam*'                 // never these

redirect 'https://acme.example'                // where a visitor of the new domains is sent

budget 200, monthly: 90                        // never more dollars than this: in all now, and each month
approve always                                 // a person sees the whole plan before anything is bought
