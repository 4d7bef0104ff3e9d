campaign 'acme'
own 'acme-team.de'
providers google: 1
person 'Anna', 'Smith'
domain('acme-team.de') {
    person 'Käthe' 'Weiß'
    domain('acme-mail.com') { redirect 'x' }
    photo = 'https://acme.example/p.jpg'
    redirect "https://${site}/x"
}
domain { redirect 'https://acme.example' }
