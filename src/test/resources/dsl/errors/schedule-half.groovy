campaign 'acme'
buy 4, keywords: ['acme'], tlds: ['com']
providers google: 4
person 'Anna', 'Smith'
schedule start: '2026-03-02', perRun: 1
