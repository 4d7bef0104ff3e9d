campaign 'acme'
own 'acme-team.de', 'acme-mail.com'
providers google: 2
domain('acme-team.de') {
    person 'Jürgen', 'Groß'
    person 'Käthe', 'Weiß'
}
