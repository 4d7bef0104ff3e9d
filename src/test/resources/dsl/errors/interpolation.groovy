campaign 'acme'
own 'acme-mail.com'
providers google: 1
person 'Anna', 'Smith'
redirect "https://$site/x"
photo "${1 + 1}"
