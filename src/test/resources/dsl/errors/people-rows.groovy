campaign 'acme'
own 'acme-mail.com'
providers google: 1
people '''first,last,photo
Anna,Smith,
Ben,,
,Okafor,
Chloé,Dubois
Eve,"O'Brien",data:image/png;base64,xx
Jo3,Doe,
Zoë,Doe,ftp://acme.example/z.jpg
'''
