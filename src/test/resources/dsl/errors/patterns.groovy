campaign 'acme'
own 'acme-mail.com'
providers google: 1
person 'Anna', 'Smith'
patterns '{frist}.{last}', '{first} {last}', 'info', '{First}', '{first', '{first:0}', '{f}{last}', '{f}{last}'
