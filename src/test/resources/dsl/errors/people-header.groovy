campaign 'acme'
own 'acme-mail.com'
providers google: 1
person 'Anna', 'Smith'
people '''first,surname
Anna,Smith
'''
people '''first,nick
Anna,A
'''
people 'first,last'
