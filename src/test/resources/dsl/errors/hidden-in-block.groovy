campaign 'acme'
own 'acme-team.de'
providers google: 1
person 'Anna', 'Smith'
domain('acme-team.de') {
    redirect new URL('https://acme.example')
    photo 'https://acme.example/p.jpg'; budget 5
}
