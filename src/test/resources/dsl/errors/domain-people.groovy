campaign 'acme'
own 'acme-team.de'
providers smtp: 1
domain('acme-team.de') {
    people '''first,last
Jürgen,Groß
Käthe,
K4the,Weiß
'''
    person 'Jürgen', 'Groß'
    patterns '{first}'
}
