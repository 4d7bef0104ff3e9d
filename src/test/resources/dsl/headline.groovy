campaign 'acme-spring'                       // business name: letters, digits, dashes; unique per workspace
workspace 'Northwind'                        // organization name or id; default: the configured one
tag 'acme-spring'                            // optional label, at most 11 characters (ours is added after it)

def site = 'https://acme.example'            // values: text, numbers, true/false, lists, +, "${name}"

buy 12, keywords: ['acme', 'acme labs'], prefixes: ['get', 'try'], suffixes: ['hq'], tlds: ['com', 'co', 'io'], maxPrice: 16
only   { length <= 14 && !hyphenated && !digits && !blacklisted }
prefer { tld == 'com' ? 0 : length }
own 'acme-mail.com', 'acme-team.de'          // registered at the vendor already
own 'acme.dev', hosting: 'namecheap'         // elsewhere: `namecheap` names a secret that holds its login
prewarmed google: 2, maxPrice: 30            // warmed inboxes from the vendor's stock, besides

providers google: 10, smtp: 4, outlook: 1    // domains per mailbox type; must add up to bought + owned

people '''first,last,nick,latin,photo
Anna,Smith,,,https://acme.example/p/anna.jpg
Ben,Okafor,,,
Chloé,Dubois,Clo,,
小龙,李,,Xiaolong Li,
'''
person 'Vincent', 'van der Berg', nick: 'Vince'

patterns '{first}.{last}', '{f}{last}', '{first}.{l}', '{nick}', '{last}-{first}', '{first}{last}{nn}'
avoid 'sales', 'free', 'spam*'               // aliases never used

redirect "${site}/start"
photo    "${site}/p/team.jpg"

domain('acme-team.de', provider: 'smtp') {   // one owned domain's own people, patterns, redirect, photo: they replace
    person 'Jürgen', 'Groß', latin: 'Juergen Gross'
    person 'Käthe', 'Weiß'
    patterns '{first}.{last}', '{f}.{last}', '{last}'
    redirect "${site}/de"
}

budget 500, monthly: 200                     // never more than this in dollars: in all now, and as a running cost
approve over: 300, by: 'finance', within: '2 days'
approve forms: true                          // a second look before names are submitted
sequencer 'Instantly', secret: 'instantly-main', workspace: 'acme', tag: '{{ID}}'
export 'smartlead', 'csv'
