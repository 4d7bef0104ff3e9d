campaign 'follow-up'
redirect 'https://acme.example'
