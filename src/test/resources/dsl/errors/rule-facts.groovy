campaign 'acme'
own 'acme-mail.com'
providers google: 1
person 'Anna', 'Smith'
only { lenght <= 12 && total > 3 }
prefer { tdl == 'com' ? 0 : 1 }
approve { totl > 300 }
