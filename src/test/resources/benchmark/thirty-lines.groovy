// thirty lines as an agency writes them
campaign 'acme-spring'
workspace 'Northwind'
tag 'acme-spring'

def site = 'https://acme.example'

buy 12, keywords: ['acme', 'acme labs'], prefixes: ['get', 'try'], suffixes: ['hq'], tlds: ['com', 'co', 'io'], maxPrice: 16
only   { length <= 14 && !hyphenated && !digits && !blacklisted }
prefer { tld == 'com' ? 0 : length }
own 'acme-mail.com', 'acme-team.de', 'acme-desk.com'

providers google: 10, smtp: 4, outlook: 1

person 'Anna', 'Smith', photo: 'https://acme.example/p/anna.jpg'
person 'Ben', 'Okafor'
person 'Chloé', 'Dubois', nick: 'Clo'
person '小龙', '李', latin: 'Xiaolong Li'
person 'Vincent', 'van der Berg', nick: 'Vince'
person 'José', 'Núñez'
person 'Jürgen', 'Groß', latin: 'Juergen Gross'

patterns '{first}.{last}', '{f}{last}', '{first}.{l}', '{nick}', '{last}-{first}', '{first}{last}{nn}'
avoid 'sales', 'free', 'spam*'

redirect "${site}/start"
photo    "${site}/p/team.jpg"

budget 500, monthly: 200
approve over: 300, by: 'finance', within: '2 days'
