campaign 'acme'
own 'acme-mail.com'
providers google: 1
person 'Anna', 'Smith'
coupon 5
people '''first,last
Ben,Okafor
