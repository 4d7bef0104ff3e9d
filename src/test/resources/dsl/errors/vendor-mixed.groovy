campaign 'acme'
own 'acme-team.de', 'acme.co'
buy 1, keywords: ['acme'], tlds: ['com']
providers smtp: 2, google: 1
person 'Anna', 'Smith'
patterns vendor
domain('acme-team.de', provider: 'smtp') {
    patterns '{first}.{last}', '{first}', '{last}', '{f}{last}'
}
