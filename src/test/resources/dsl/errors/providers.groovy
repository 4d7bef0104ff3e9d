campaign 'a'
own 'a.example'
providers goggle: 1
person 'A', 'B'
