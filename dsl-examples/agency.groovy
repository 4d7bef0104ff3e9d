// An agency's client: twelve new domains in three mailbox types, many people, and a say in every name.
campaign 'northwind-spring'
tag 'nw-spring'                                // shown on the vendor's orders; at most 11 characters

def site = 'https://northwind.example'
def names = ['northwind', 'north wind labs']   // spaces vanish in domain names
def endings = ['com', 'co', 'io']

buy 12, keywords: names, prefixes: ['get', 'try', 'use', 'meet'], suffixes: ['hq', 'team'], tlds: endings, maxPrice: 35

// Rules are expressions over facts: name tld keyword length price renewal hyphenated digits blacklisted.
only   { length <= 18 && !hyphenated && !digits && !blacklisted && name ==~ '[a-z]+' }
prefer { (tld == 'com' ? 0 : tld in ['io', 'co'] ? 10 : 20) + length / 100 }

providers google: 8, smtp: 3, outlook: 1       // must add up to what is bought (and owned)

// A table as a spreadsheet exports it: first,last and any of nick,latin,photo in any order.
// Other scripts are written in Latin letters by themselves; where you know better, say it under latin.
people '''first,last,nick,latin,photo
Anna,Smith,Annie,,https://northwind.example/p/anna.jpg
Ben,Okafor,,,https://northwind.example/p/ben.jpg
Chloé,Dubois,Clo,,
小龙,李,,Xiaolong Li,
Jürgen,Groß,,Juergen Gross,
Zoë,"O'Brien",,,
Łukasz,Żółkiewski,Luke,,
Søren,Ångström,,,
Дмитрий,Соколов,Dima,,
Ελένη,Παπαδοπούλου,,Eleni Papadopoulou,
María José,García López,,,
'''
person 'Vincent', 'van der Berg', nick: 'Vince', photo: "${site}/p/vince.jpg"

patterns '{first}.{last}', '{f}{last}', '{first}.{l}', '{nick}', '{last}-{first}', '{first:3}{last:3}', '{first}{last}{nn}'
avoid 'sales', 'free', 'info', 'spam*'

redirect "${site}/start"
photo    "${site}/p/team.jpg"                  // for whoever has no photo of their own

budget 600, monthly: 300
approve over: 300, by: 'approvers', within: '2 days'
