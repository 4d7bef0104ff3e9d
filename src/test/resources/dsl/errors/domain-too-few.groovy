campaign 'acme'
own 'acme-team.de', 'acme.co'
providers google: 1, smtp: 1
person 'Anna', 'Smith'
domain('acme-team.de', provider: 'smtp') {
    person 'Käthe', 'Weiß'
    patterns '{first}.{last}', '{last}'
}
