campaign 'acme'
buy 4, keywords: ['acme'], tlds: ['com']
providers google: 4
person 'Anna', 'Smith'
schedule start: '2026-02-30', every: 'two days', perRun: 0, zone: 'Nowhere'
