campaign 'acme'
own 'acme-mail.com', 'acme-team.com'
providers google: 1, outlook: 1
person 'Anna', 'Smith'
patterns '{first}.{last}', '{f}{last}'
