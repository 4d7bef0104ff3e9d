campaign 'acme'
own 'acme-mail.com'
providers google: 1
person 'Anna', 'Smith'
schedule '0 9 * * MON', perRun: 1
