campaign 'acme'
own 'acme-team.de', 'acme-mail.com'
providers google: 2
person 'Anna', 'Smith'
domain('acme-tem.de') {
    redirect 'https://acme.example/de'
}
domain('other.example') {
    redirect 'https://acme.example/de'
}
