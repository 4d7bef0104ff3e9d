campaign 'acme'
own 'acme-mail.com'
providers google: 1
person 'Anna', 'Smith'
only { length }
prefer { tld < 3 }
approve { total && monthly > 3 }
