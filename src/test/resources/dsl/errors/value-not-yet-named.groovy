campaign 'acme'
own 'acme-team.de'
providers google: 1
person 'Anna', 'Smith'
redirect "${site}/start"
def site = 'https://acme.example'
def team = "https://acme.example/p/team.jpg"
photo teem
tag label
def label = 'a'
