campaign 'acme'
own 'acme-team.de'
providers google: 1
person 'Anna', 'Smith'
domain('acme-team.de') {
    def path = 'de'
    budget 100
    persn 'Jürgen', 'Groß'
    wrong 1
    redirect 'https://acme.example/de'
    redirect 'https://acme.example/at'
    person 'Käthe', 'Weiß', foto: 'x'
    patterns '{frist}'
    avoid 'x'
}
