campaign 'acme'
own 'acme-mail.com'
providers google: 1
person 'Anna', 'Smith'
def site = 'https://acme.example' + sight
redirect "${site}/start"
photo "${sit}/p"
def buy = 3
workspace Northwind
tag 3
