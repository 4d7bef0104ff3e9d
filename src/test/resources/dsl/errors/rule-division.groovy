campaign 'acme'
own 'acme-mail.com'
providers google: 1
person 'Anna', 'Smith'
only { length / (2 - 2) > 1 }
prefer { 10 / 0 }
approve { total / (domains - domains) > 1 || monthly / 0.0 > 2 }
