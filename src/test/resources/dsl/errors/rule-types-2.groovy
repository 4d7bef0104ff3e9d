campaign 'acme'
own 'acme-mail.com'
providers google: 1
person 'Anna', 'Smith'
only { tld in [1, 'com'] }
prefer { hyphenated ? 1 : 'x' }
approve { total / 0 > 1 }
