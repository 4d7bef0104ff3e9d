campaign 'acme'
buy 4, keywords: ['acme'], tlds: ['com']
providers google: 4
person 'Anna', 'Smith'
schedule '0 9 * * MON'
