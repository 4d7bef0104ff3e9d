campaign 'acme'
own 'acme-mail.com'
providers google: 1
person 'Anna', 'Smith'
schedule '0 9 * * MON', perRun: 3
prewarmed google: 2, maxPrice: 30
sequencer 'Instantly', secret: 'x', workspace: 'a', tag: '{{ID}}'
export 'csv'
coupon 'SPRING'
approve forms: true
own 'acme.dev', hosting: 'namecheap'
patterns vendor
domain('acme-mail.com', provider: 'smtp') {
    person 'A', 'B'
}
