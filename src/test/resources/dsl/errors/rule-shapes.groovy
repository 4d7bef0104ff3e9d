campaign 'acme'
own 'acme-mail.com'
providers google: 1
person 'Anna', 'Smith'
only { length(3) > 3 }
prefer { length = 3 }
approve { total > 3 && }
