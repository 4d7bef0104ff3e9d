campaign 'acme'
own 'acme-mail.com'
providers google: 1
person 'Anna', 'Smith'
person '小龙', '李', latin: 'Xiaolong'
