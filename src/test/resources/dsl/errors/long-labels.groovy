campaign 'acme'
own 'acme-team.de'
providers google: 1
person 'Anna', 'Smith'
coupon 'SPRINGSPRINGSPRINGSPRINGSPRINGSPRINGSPRINGSPRINGSPRINGSPRINGSPRING'
sequencer '', secret: 'a'
