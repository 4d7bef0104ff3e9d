campaign 'acme'
own 'acme-team.de', 'acme.co'
providers google: 2
person 'Anna', 'Smith'
domain('acme.co') {
    patterns vendor
}
