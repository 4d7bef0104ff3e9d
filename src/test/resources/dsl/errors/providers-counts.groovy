campaign 'a'
own 'a.example'
providers google: 0, smtp: '1'
person 'A', 'B'
