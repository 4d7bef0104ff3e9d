campaign 'acme'
own 'acme-mail.com'
providers google: 1
person 'Anna', 'Smith'
workspace 'a'; tag 'b'
redirect System.getenv('HOME')
photo @here
avoid ['a', 'b'
tag 'North
coupon 5
export )
persn 'Ben', 'Okafor'
